package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.login.Login;
import org.sallyport.login.signin.SignIns;
import org.sallyport.token.GrantsByUser;
import org.sallyport.web.words.CurrentLanguage;

/** What a person has connected, and where the person is signed in. */
@Named
@RequestScoped
public class AccountPage {

  @Inject private Member member;
  @Inject private GrantsByUser grants;
  @Inject private SignIns signIns;
  @Inject private ScopeCatalogue catalogue;

  private Login login;
  private List<Connection> connections = List.of();
  private List<Browser> browsers = List.of();

  /** Shows the page, after a login where nobody is logged in. */
  public void open() {
    login = member.require(Member.HOME).orElse(null);
    if (login == null) {
      return;
    }
    var id = login.user().id();
    var language = CurrentLanguage.get();
    connections =
        grants.living(id).stream().map(state -> Connection.of(state, catalogue, language)).toList();
    browsers = signIns.of(id).stream().map(signIn -> Browser.of(signIn, login)).toList();
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  public String getUsername() {
    return login == null ? null : login.user().username();
  }

  /** Whether the person's password can be changed here. */
  public boolean isPasswordHere() {
    return login != null && !login.user().isOutside();
  }

  public List<Connection> getConnections() {
    return connections;
  }

  public List<Browser> getBrowsers() {
    return browsers;
  }

  /** Whether there are others than this one. */
  public boolean isElsewhere() {
    return browsers.stream().anyMatch(browser -> !browser.isThisOne());
  }
}
