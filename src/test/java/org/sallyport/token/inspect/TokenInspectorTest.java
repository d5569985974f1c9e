package org.sallyport.token.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.token.AccessToken;
import org.sallyport.token.Authorization;
import org.sallyport.token.JwtReader;
import org.sallyport.token.OpaqueTokens;
import org.sallyport.token.TestGrants;
import org.sallyport.user.store.TestStandings;

class TokenInspectorTest {

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final Client client = TestClients.unprotected("app " + Randomness.name());
  private final Authorization authorization = grants.authorization(client);
  private final UUID grant = grants.redeemed(authorization);
  private AccessToken token = token(grant.toString());
  private boolean revoked;
  private boolean good = true;
  private final TokenInspector inspector =
      Injection.into(
          new TokenInspector(),
          new JwtReader() {},
          new OpaqueTokens() {
            @Override
            public Optional<AccessToken> find(String text) {
              return text.equals("text") ? Optional.of(token) : Optional.empty();
            }
          },
          new RevokedTokens() {
            @Override
            public boolean contains(String jti) {
              return revoked;
            }
          },
          grants,
          new Clients() {
            @Override
            public Optional<Client> find(String id) {
              return Optional.of(client);
            }
          },
          TestStandings.of(user -> good),
          clock);

  @Test
  void S17_aTokenOfSomebodyWhomTheirStoreRefusesIsDead() {
    good = false;

    assertThat(inspector.inspect("text")).isEmpty();
  }

  @Test
  void aTokenOfAPersonIsAliveWithItsGrant() {
    assertThat(inspector.inspect("text"))
        .get()
        .returns(token, TokenInspector.Living::token)
        .returns(true, living -> living.grant().isPresent());
    assertThat(inspector.inspect("other")).isEmpty();
  }

  @Test
  void anExpiredTokenIsDead() {
    clock.pass(Duration.ofMinutes(60).minusMillis(1));
    assertAlive();
    clock.pass(Duration.ofMillis(1));
    assertDead();
  }

  @Test
  void aRevokedTokenIsDead() {
    revoked = true;

    assertDead();
  }

  @Test
  void aTokenOfARevokedGrantIsDead() {
    grants.revoke(grant, "test");

    assertDead();
  }

  @Test
  void aTokenOfADisabledUserIsDead() {
    grants.change("UPDATE User u SET u.active = false WHERE u.id = :id", authorization.userId());

    assertDead();
  }

  @Test
  void aTokenOfAnInactiveClientIsDead() {
    token = token(null);
    assertAlive();
    Injection.set(client, "active", false);

    assertDead();
  }

  @Test
  void aClientOfTheSameNameMadeLaterHasNoOldTokens() {
    token = token(null);
    Injection.set(client, "createdAt", clock.instant().plusSeconds(1));

    assertDead();
  }

  @Test
  void aTextLongerThanAnyTokenIsNotReadAtAll() {
    assertThat(inspector.read("." + "x".repeat(8192))).isEmpty();
  }

  private void assertAlive() {
    assertThat(inspector.inspect("text")).isPresent();
  }

  private void assertDead() {
    assertThat(inspector.inspect("text")).isEmpty();
  }

  private AccessToken token(String grantId) {
    return new AccessToken(
        "jti",
        grantId,
        client.id(),
        "subject",
        Scopes.of("read"),
        List.of("x"),
        clock.instant(),
        clock.instant().plus(Duration.ofHours(1)));
  }
}
