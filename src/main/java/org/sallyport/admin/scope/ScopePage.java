package org.sallyport.admin.scope;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.admin.Administrator;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;
import org.sallyport.web.page.Failure;
import org.sallyport.web.words.Language;

/** One scope: a new one, its words and rules, its end. */
@Named
@RequestScoped
public class ScopePage {

  private static final Pattern VERSION = Pattern.compile("\\d{1,9}");

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ScopeRegistry registry;
  @Inject private ScopeAdministration administration;

  private User user;
  private ScopeForm form = new ScopeForm();
  private Scope scope;
  private final List<Failure> failures = new ArrayList<>();
  private Integer unsaved;

  /** Shows the form of a new scope. */
  public void begin() {
    enter(ScopesPage.PATH + "/new");
  }

  /** Shows the form of a scope, or asks before its end. */
  public void open() {
    if (find("edit")) {
      form = ScopeForm.of(scope);
    }
  }

  /** Before a deletion is asked for: the button's action has run, or there was none. */
  public void ask() {
    if (user == null) {
      find("delete");
    }
  }

  /** Before a new scope's form is shown: a form whose button was not found has run no action. */
  public void guardNew() {
    if (user == null) {
      begin();
    }
  }

  /** The same for a scope that is there. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private boolean enter(String path) {
    user = administrator.require(path).orElse(null);
    return user != null;
  }

  private boolean find(String what) {
    var name = text(page.parameter("scope"));
    var address = ScopesPage.PATH + "/" + what + "?scope=" + URLEncoder.encode(name, UTF_8);
    if (!enter(address)) {
      return false;
    }
    var stays = what.equals("delete") && Scopes.RESERVED.contains(name);
    scope = stays ? null : registry.find(name).orElse(null);
    if (scope == null) {
      page.refuse(Problem.of(404));
    }
    return scope != null;
  }

  private boolean isGenuine() {
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("save", "page.expired"));
    }
    return failures.isEmpty();
  }

  /** Adds the scope that was typed. */
  public void create() {
    if (enter(ScopesPage.PATH + "/new") && isGenuine()) {
      failures.addAll(ScopeRules.failures(form));
      if (failures.isEmpty()) {
        failures.addAll(administration.create(form, user.id()));
      }
      finish("created");
    }
  }

  /** Changes the scope as typed, as long as nobody else has meanwhile. */
  public void save() {
    if (find("edit") && isGenuine()) {
      form.setName(scope.name());
      failures.addAll(ScopeRules.failures(form));
      if (failures.isEmpty()) {
        failures.addAll(administration.change(form, sentVersion(), user.id()));
      } else {
        unsaved = sentVersion();
      }
      finish("saved");
    }
  }

  /** Removes the scope, unless a client may have it by now. */
  public void delete() {
    if (find("delete") && isGenuine() && administration.remove(scope.name(), user.id())) {
      finish("deleted");
    }
  }

  private void finish(String how) {
    if (failures.isEmpty()) {
      page.goOn(ScopesPage.PATH + "?" + how + "=1");
    }
  }

  /** The version that the form was made of; none that ever was, where it was altered. */
  private int sentVersion() {
    var sent = text(page.parameter("version"));
    return VERSION.matcher(sent).matches() ? Integer.parseInt(sent) : -1;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public ScopeForm getForm() {
    return form;
  }

  public List<Language> getLanguages() {
    return Language.ALL;
  }

  /** The scope that the page is about; null for a new one. */
  public String getName() {
    return scope == null ? null : scope.name();
  }

  /**
   * Of the scope as it is now, so that whoever was told of a conflict overwrites knowingly; where
   * nothing was compared yet, still the one that the form came with.
   */
  public int getVersion() {
    return unsaved != null ? unsaved : scope == null ? 0 : scope.version();
  }

  /** Whether it is for administrators alone, and stays. */
  public boolean isReserved() {
    return scope != null && Scopes.RESERVED.contains(scope.name());
  }

  /** How many clients may have it. */
  public long getClients() {
    return scope == null ? 0 : registry.uses().getOrDefault(scope.name(), 0L);
  }
}
