package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What was issued before an orderly stop counts after it, on H2 as in development. */
class RestartIT {

  @Test
  void tokensAndSessionsSurviveARestartUnderTheSameKeys() {
    var server =
        Server.start(Map.of("sallyport.demo", "true", "sallyport.signing.algorithm", "EdDSA"));
    var alice = Person.of(server, "alice").loggedIn();
    var flow = App.WEB.flow(server);
    var before = flow.redeem(flow.code(alice));
    var claims = Jwts.verifyEd25519(server, before.text("access_token"));
    var keys = new Http(server).get("/.well-known/jwks.json").body();

    server.restart();

    assertThat(new Http(server).get("/.well-known/jwks.json").body()).isEqualTo(keys);
    assertThat(Jwts.verifyEd25519(server, before.text("access_token"))).isEqualTo(claims);
    assertThat(Refreshing.isAlive(server, before.text("access_token"))).isTrue();
    var after = Refreshing.refresh(server, before.text("refresh_token"));
    assertThat(after.status()).isEqualTo(200);
    assertThat(Jwts.verifyEd25519(server, after.text("access_token")).getSubject())
        .isEqualTo(claims.getSubject());
    assertThat(alice.open(App.WEB.flow(server).address()).has("login")).isFalse();
    server.kill();
  }
}
