package org.sallyport.account;

import java.time.Instant;
import org.sallyport.login.Login;
import org.sallyport.login.signin.SignIn;
import org.sallyport.web.visitor.Visitor;

/** A browser that somebody is signed in with, as that person sees it. */
public record Browser(SignIn signIn, String current) {

  static Browser of(SignIn signIn, Login login) {
    return new Browser(signIn, login.session().loginId());
  }

  public String getId() {
    return signIn.id();
  }

  /** Whether it is the one that asks. */
  public boolean isThisOne() {
    return signIn.id().equals(current);
  }

  /** Whether it goes on when the browser is closed. */
  public boolean isRemembered() {
    return signIn.kind() == SignIn.Kind.REMEMBERED;
  }

  public Instant getSince() {
    return signIn.since();
  }

  public Instant getLastUsed() {
    return signIn.lastUsed();
  }

  public String getDevice() {
    return signIn.visitor().flatMap(Visitor::device).orElse(null);
  }

  public String getAddress() {
    return signIn.visitor().flatMap(Visitor::address).orElse(null);
  }
}
