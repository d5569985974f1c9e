package org.sallyport.admin.scope;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.List;
import org.sallyport.admin.Administrator;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.consent.ScopeInWords;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Language;

/** The consent page as people would see it for one scope, in the language of the request. */
@Named
@RequestScoped
public class ScopePreviewPage {

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ScopeRegistry registry;

  private User user;
  private ScopeInWords scope;

  /** Finds the scope. */
  public void open() {
    var name = page.parameter("scope") == null ? "" : page.parameter("scope");
    var path = ScopesPage.PATH + "/preview?scope=" + URLEncoder.encode(name, UTF_8);
    user = administrator.require(path).orElse(null);
    if (user == null) {
      return;
    }
    scope =
        registry.find(name).map(row -> ScopeInWords.of(row, CurrentLanguage.get())).orElse(null);
    if (scope == null) {
      page.refuse(Problem.of(404));
    }
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public String getName() {
    return scope == null ? null : scope.name();
  }

  public List<ScopeInWords> getScopes() {
    return scope == null ? List.of() : List.of(scope);
  }

  public List<Language> getLanguages() {
    return Language.ALL;
  }
}
