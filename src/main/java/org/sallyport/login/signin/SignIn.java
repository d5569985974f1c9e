package org.sallyport.login.signin;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.login.LoginSession;
import org.sallyport.login.remember.RememberedBrowser;
import org.sallyport.web.visitor.Visitor;

/** A browser that somebody is signed in with: all its sessions, and the cookie that it keeps. */
public record SignIn(
    String id, Instant since, Instant lastUsed, Optional<Visitor> visitor, Kind kind) {

  /** Whether it goes on when the browser is closed. */
  public enum Kind {
    REMEMBERED,
    FOR_NOW
  }

  static SignIn of(RememberedBrowser browser) {
    return new SignIn(
        browser.id(), browser.since(), browser.lastUsed(), browser.visitor(), Kind.REMEMBERED);
  }

  static SignIn of(LoginSession session) {
    return new SignIn(
        session.loginId(),
        session.loggedInAt(),
        session.lastUsed(),
        session.visitor(),
        Kind.FOR_NOW);
  }

  /** The same browser, known from another row too. */
  SignIn and(SignIn other) {
    var newer = other.lastUsed.isAfter(lastUsed) ? other : this;
    var first = other.since.isBefore(since) ? other.since : since;
    return new SignIn(id, first, newer.lastUsed, newer.visitor, kind);
  }
}
