package org.sallyport.storage;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Clients and resource servers that go on while keys follow each other. */
final class RotationLoad {

  /** As long as the servers of {@link TwoNodes} allow, half their overlap. */
  private static final Duration CACHING = Duration.ofSeconds(2);

  private final List<Server> nodes;
  private final Person administrator;
  private final AtomicBoolean rotated = new AtomicBoolean();

  RotationLoad(List<Server> nodes) {
    this.nodes = nodes;
    administrator = new Administration(nodes.get(0)).administrator();
  }

  /** A token of the demo's machine, signed with RS256. */
  String token(Server node) {
    return App.MACHINE
        .post(node, "/token", "grant_type", "client_credentials")
        .text("access_token");
  }

  static String kid(String token) {
    try {
      return SignedJWT.parse(token).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new AssertionError(token, e);
    }
  }

  /** Rotates on one node, and waits until both sign with the new key for a while. */
  List<String> rotate(String former) {
    var page = administrator.open("/admin/keys/change?deed=rotate&kid=" + former);
    var answer = administrator.press(page, "act");
    try {
      if (!answer.body().contains("The new key is served.")) {
        return List.of(answer.answer().toString());
      }
      for (var node : nodes) {
        Patience.await("the new key signs", () -> !kid(token(node)).equals(former));
      }
      // Longer than any copy of the keys lives.
      var end = Instant.now().plus(CACHING.multipliedBy(2));
      Patience.await("copies of the keys end", () -> Instant.now().isAfter(end));
      return List.of();
    } finally {
      rotated.set(true);
    }
  }

  /** Asks both nodes for tokens and checks each by a copy of the keys; what failed. */
  List<String> untilRotated(int number) {
    var failures = new ArrayList<String>();
    var copy = Jwts.keys(nodes.get(number % nodes.size()));
    var ends = Instant.now().plus(CACHING);
    while (!rotated.get() && failures.isEmpty()) {
      if (Instant.now().isAfter(ends)) {
        copy = Jwts.keys(nodes.get(number % nodes.size()));
        ends = Instant.now().plus(CACHING);
      }
      for (var node : nodes) {
        check(node, copy, failures);
      }
    }
    return failures;
  }

  private static void check(Server node, JWKSet copy, List<String> failures) {
    var answer = App.MACHINE.post(node, "/token", "grant_type", "client_credentials");
    if (answer.status() != 200) {
      failures.add(answer.toString());
    } else if (copy.getKeyByKeyId(kid(answer.text("access_token"))) == null) {
      failures.add("signed by a key that nobody knows yet");
    } else if (!Refreshing.isAlive(node, answer.text("access_token"))) {
      failures.add("not alive");
    }
    if (new Http(node).get("/.well-known/jwks.json").status() != 200) {
      failures.add("no keys");
    }
  }
}
