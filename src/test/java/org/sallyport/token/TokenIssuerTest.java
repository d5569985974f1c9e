package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.config.GrantSettings;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.store.TestStandings;

class TokenIssuerTest {

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final Client client = TestClients.unprotected("app " + Randomness.name());
  private final Authorization authorization = grants.authorization(client);
  private final UUID grant = grants.redeemed(authorization);
  private final RefreshTokens refreshTokens =
      new RefreshTokens(
          new EncryptionKeys(
              TestSettings.keys("an encryption key of 32 bytes or more", "RS256"),
              TestSettings.server(TestSettings.HTTPS)));
  private final TokenFormat format =
      new TokenFormat() {
        @Override
        public String name() {
          return "jwt";
        }

        @Override
        public String mint(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
          return issuedAt + "/" + expiresAt;
        }
      };
  private final TokenIssuer issuer =
      new TokenIssuer(
          Beans.of(format),
          refreshTokens,
          TestStandings.allGood(),
          TestSettings.lifetimes(),
          TestSettings.server(TestSettings.HTTPS),
          GrantSettings.usual(),
          clock);

  @Test
  void anAnswerSaysWhatItGives() {
    var answer = issuer.issue(entitlement());
    var now = clock.instant();

    assertThat(answer.getString("access_token"))
        .isEqualTo(now + "/" + now.plus(Duration.ofHours(1)));
    assertThat(answer.getString("token_type")).isEqualTo("Bearer");
    assertThat(answer.getInt("expires_in")).isEqualTo(3600);
    assertThat(answer.getString("scope")).isEqualTo("read");
    assertThat(refreshTokens.read(answer.getString("refresh_token")))
        .hasValue(new RefreshToken(grant, 1));
  }

  @Test
  void noTokenOutlivesItsGrant() {
    clock.pass(Duration.ofDays(30).minusSeconds(90));

    assertThat(issuer.issue(entitlement()).getInt("expires_in")).isEqualTo(90);
  }

  @Test
  void S17_whoWasSwitchedOffGetsNothingWhateverTheGrant() {
    grants.change("UPDATE User u SET u.active = false WHERE u.id = :id", authorization.userId());
    var refused = catchThrowableOfType(OAuthException.class, () -> issuer.issue(entitlement()));

    assertThat(refused.error()).isEqualTo(OAuthError.INVALID_GRANT);
  }

  @Test
  void aClientOnItsOwnGetsNoRefreshToken() {
    var answer =
        issuer.issue(Entitlement.ofClient(client, Scopes.of("read"), List.of("https://x.example")));

    assertThat(answer).doesNotContainKey("refresh_token").containsKey("access_token");
  }

  private Entitlement entitlement() {
    var state = grants.find(grant).orElseThrow();
    return Entitlement.ofGrant(client, state, Scopes.of("read"), List.of("x"), 1);
  }
}
