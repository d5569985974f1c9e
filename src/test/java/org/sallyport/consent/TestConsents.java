package org.sallyport.consent;

import java.time.Instant;
import org.sallyport.oauth.Scopes;

/** Consents for tests. */
public final class TestConsents {

  private TestConsents() {}

  /** What somebody allowed some client at a time. */
  public static Consent given(String scopes, Instant at) {
    return new Consent(
        "a user", "a client", new Consent.Answer(Scopes.parse(scopes), Scopes.NONE), at);
  }
}
