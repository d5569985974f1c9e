package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What was issued before an orderly stop counts after it, on H2 as in development. */
class RestartIT {

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "EdDSA"})
  void tokensAndSessionsSurviveARestartUnderTheSameKeys(String algorithm) {
    var server =
        Server.start(Map.of("sallyport.demo", "true", "sallyport.signing.algorithm", algorithm));
    var alice = Person.of(server, "alice").loggedIn();
    var flow = App.WEB.flow(server);
    var before = flow.redeem(flow.code(alice));
    var claims = verify(server, before.text("access_token"), algorithm);
    var keys = new Http(server).get("/.well-known/jwks.json").body();

    server.restart();

    assertThat(new Http(server).get("/.well-known/jwks.json").body()).isEqualTo(keys);
    assertThat(verify(server, before.text("access_token"), algorithm)).isEqualTo(claims);
    assertThat(Refreshing.isAlive(server, before.text("access_token"))).isTrue();
    var after = Refreshing.refresh(server, before.text("refresh_token"));
    assertThat(after.status()).isEqualTo(200);
    assertThat(verify(server, after.text("access_token"), algorithm).getSubject())
        .isEqualTo(claims.getSubject());
    assertThat(alice.open(App.WEB.flow(server).address()).has("login")).isFalse();
    server.kill();
  }

  private static JWTClaimsSet verify(Server server, String token, String algorithm) {
    return algorithm.equals("EdDSA")
        ? Jwts.verifyEd25519(server, token)
        : Jwts.verify(server, token, JWSAlgorithm.parse(algorithm));
  }
}
