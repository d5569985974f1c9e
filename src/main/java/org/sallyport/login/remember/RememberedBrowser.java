package org.sallyport.login.remember;

import java.time.Instant;
import java.util.Optional;
import org.sallyport.web.visitor.Visitor;

/** A browser that stays logged in, as its person sees it: without what proves it. */
public record RememberedBrowser(
    String id, Instant since, Instant lastUsed, Optional<Visitor> visitor) {

  static RememberedBrowser of(RememberedLogin row) {
    return new RememberedBrowser(row.id(), row.loggedInAt(), row.rotatedAt(), row.visitor());
  }
}
