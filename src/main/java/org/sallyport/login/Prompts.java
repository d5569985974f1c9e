package org.sallyport.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a request asks to be asked anew, OpenID Connect Core 1.0 §3.1.2.1. */
public final class Prompts {

  private Prompts() {}

  /** The words of {@code prompt}. */
  public static List<String> of(Flow flow) {
    return flow.request()
        .find("prompt")
        .map(words -> List.of(words.trim().split(" +")))
        .orElse(List.of());
  }

  /** Whether {@code prompt=login} or {@code max_age} asks for a login after the given one. */
  public static boolean wantsLogin(Flow flow, Instant loggedInAt) {
    if (of(flow).contains("login") && loggedInAt.isBefore(flow.startedAt())) {
      return true;
    }
    return flow.request()
        .find("max_age")
        .map(seconds -> loggedInAt.plus(Duration.ofSeconds(Long.parseLong(seconds))))
        .filter(until -> until.isBefore(flow.startedAt()))
        .isPresent();
  }

  /** Whether {@code prompt=consent} asks for a consent after the given one. */
  public static boolean wantsConsent(Flow flow, Instant givenAt) {
    return of(flow).contains("consent") && givenAt.isBefore(flow.startedAt());
  }
}
