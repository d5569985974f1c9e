package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.TestGrants;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.token.inspect.RefreshInspector;
import org.sallyport.user.User;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.user.store.TestStandings;

class RefreshTokenGrantTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final RefreshTokens tokens =
      new RefreshTokens(
          new EncryptionKeys(
              TestSettings.keys("an encryption key of 32 bytes or more", "RS256"),
              TestSettings.server(TestSettings.HTTPS)));
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private final ImportedRefreshTokens imported =
      Injection.into(new ImportedRefreshTokens(), DATABASE.entities());
  private BooleanSupplier good = () -> true;
  private final RefreshTokenGrant grant = grant(grants);
  private final Client client = TestClients.unprotected("app " + Randomness.name());
  private final Authorization authorization = grants.authorization(client);
  private final UUID id = grants.redeemed(authorization);

  @Test
  void aRefreshTokenGivesItsSuccessor() {
    var given = redeem(1, "");

    assertThat(given.refreshToken()).hasValue(new RefreshToken(id, 2));
    assertThat(given.subject()).isEqualTo(authorization.userId());
    assertThat(given.scopes()).isEqualTo(Scopes.of("read", "write"));
    assertThat(redeem(2, "").refreshToken()).hasValue(new RefreshToken(id, 3));
  }

  @Test
  void S09_withinTheGraceTheSameSuccessorIsGivenAgain() {
    redeem(1, "");
    clock.pass(Duration.ofSeconds(10).minusMillis(1));

    assertThat(redeem(1, "").refreshToken()).hasValue(new RefreshToken(id, 2));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void S09_afterTheGraceATokenUsedAgainEndsTheGrant() {
    redeem(1, "");
    clock.pass(Duration.ofSeconds(10));

    assertRefused(1);
    assertThat(isRevoked()).isTrue();
    assertRefused(2);
  }

  @Test
  void S09_anOlderTokenEndsTheGrantWithinTheGraceToo() {
    redeem(1, "");
    redeem(2, "");

    assertRefused(1);
    assertThat(isRevoked()).isTrue();
  }

  @Test
  void S09_whoLosesARaceGetsTheSameSuccessor() {
    var racing =
        new TestGrants(DATABASE, clock) {
          @Override
          public Optional<GrantState> find(UUID grantId) {
            var seen = super.find(grantId);
            once().rotate(grantId, 1);
            return seen;
          }
        };

    assertThat(grant(racing).redeem(form(1, ""), client).refreshToken())
        .hasValue(new RefreshToken(id, 2));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void S09_aRestartDoesNotUseUpTheGrace() {
    redeem(1, "");
    clock.pass(Duration.ofMinutes(4));
    var restarted = grant(grants);
    clock.pass(Duration.ofMinutes(1).minusMillis(1));
    assertThat(restarted.redeem(form(1, ""), client).refreshToken())
        .hasValue(new RefreshToken(id, 2));

    clock.pass(Duration.ofMillis(1));
    assertThat(refusal(() -> restarted.redeem(form(1, ""), client)))
        .isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(isRevoked()).isTrue();
  }

  @Test
  void S09_aRestartLongAfterwardsRenewsNoGrace() {
    redeem(1, "");
    clock.pass(Duration.ofMinutes(5));

    assertThat(refusal(() -> grant(grants).redeem(form(1, ""), client)))
        .isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(isRevoked()).isTrue();
  }

  @Test
  void aTokenNewerThanItsGrantIsRefusedButNoReuse() {
    assertRefused(2);
    assertThat(isRevoked()).isFalse();
  }

  @Test
  void anotherClientsTokenIsRefusedAndStaysGood() {
    var thief = TestClients.unprotected("thief");

    assertThat(refusal(() -> grant.redeem(form(1, ""), thief))).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(isRevoked()).isFalse();
    assertThat(generation()).isEqualTo(1);
  }

  @Test
  void aForgedTokenIsRefused() {
    var forged = FormDecoder.parse("refresh_token=" + Randomness.secret());

    assertThat(refusal(() -> grant.redeem(forged, client))).isEqualTo(OAuthError.INVALID_GRANT);
  }

  @Test
  void S17_aDisabledUserGetsNothing() {
    grants.change("UPDATE User u SET u.active = false WHERE u.id = :id", authorization.userId());

    assertRefused(1);
  }

  @Test
  void S17_anInactiveClientGetsNothing() {
    grants.change("UPDATE Client c SET c.active = false WHERE c.id = :id", client.id());

    assertRefused(1);
  }

  @Test
  void aRevokedGrantGivesNothing() {
    grants.revoke(id, "test");

    assertRefused(1);
  }

  @Test
  void aGrantThatNobodyUsesEnds() {
    clock.pass(Duration.ofDays(5));

    assertThat(refusal(() -> grant(grants, Duration.ofDays(5)).redeem(form(1, ""), client)))
        .isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(grant(grants, Duration.ofDays(6)).redeem(form(1, ""), client)).isNotNull();
  }

  @Test
  void aGrantEndsHoweverOftenItIsUsed() {
    clock.pass(Duration.ofDays(29));
    redeem(1, "");
    clock.pass(Duration.ofDays(1));

    assertRefused(2);
  }

  @Test
  void theScopeMayShrinkAndTheGrantKeepsItsOwn() {
    assertThat(redeem(1, "&scope=read").scopes()).isEqualTo(Scopes.of("read"));
    assertThat(redeem(2, "").scopes()).isEqualTo(Scopes.of("read", "write"));
  }

  @Test
  void aScopeOrResourceThatWasNotGrantedChangesNothing() {
    assertThat(refusal(() -> redeem(1, "&scope=read+admin"))).isEqualTo(OAuthError.INVALID_SCOPE);
    assertThat(refusal(() -> redeem(1, "&resource=https://evil.example")))
        .isEqualTo(OAuthError.INVALID_TARGET);
    assertThat(generation()).isEqualTo(1);
  }

  @Test
  void S17_whomTheirStoreRefusesGetsNothingAndLosesNothing() {
    good = () -> false;
    assertThat(refusal(() -> redeem(1, ""))).isEqualTo(OAuthError.INVALID_GRANT);
    good =
        () -> {
          throw StoreAwayException.refusal();
        };
    assertThat(refusal(() -> redeem(1, ""))).isEqualTo(OAuthError.TEMPORARILY_UNAVAILABLE);

    assertThat(isRevoked()).isFalse();
    assertThat(generation()).isEqualTo(1);
    good = () -> true;
    assertThat(redeem(1, "").refreshToken().orElseThrow().generation()).isEqualTo(2);
  }

  @Test
  void S09_aTokenOfAnotherSystemWorksOnceAndBecomesOurs() {
    var old = Randomness.secret();
    var other = imported(old);

    assertThat(grant.redeem(sent(old), client).refreshToken()).hasValue(new RefreshToken(other, 1));
    var ours = tokens.write(new RefreshToken(other, 1));
    assertThat(grant.redeem(sent(old), client).refreshToken())
        .as("a lost answer")
        .hasValue(new RefreshToken(other, 1));
    assertThat(grant.redeem(sent(ours), client).refreshToken())
        .hasValue(new RefreshToken(other, 2));
    assertThat(refusal(() -> grant.redeem(sent(old), client))).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(grants.find(other).orElseThrow().grant().isRevoked()).isTrue();
  }

  @Test
  void S09_aTokenOfAnotherSystemStaysItsClients() {
    var old = Randomness.secret();
    var other = imported(old);
    var thief = TestClients.unprotected("thief");

    assertThat(refusal(() -> grant.redeem(sent(old), thief))).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(grants.find(other).orElseThrow().grant().isRevoked()).isFalse();
    assertThat(grant.redeem(sent(old), client)).isNotNull();
  }

  private UUID imported(String token) {
    var now = clock.instant();
    var allowed =
        Authorization.withoutCode(
            Randomness.rowId(now),
            client.id(),
            authorization.userId(),
            Optional.empty(),
            authorization.scopes(),
            authorization.audiences(),
            now,
            now);
    var row = new UserGrant(allowed, now.plus(Duration.ofDays(30))).begun(now);
    DATABASE.transaction(
        () -> {
          imported.add(row, token);
          return null;
        });
    return row.id();
  }

  private static Parameters sent(String token) {
    return FormDecoder.parse("refresh_token=" + token);
  }

  private boolean isGood(User user) {
    return good.getAsBoolean();
  }

  private RefreshTokenGrant grant(UserGrants all) {
    return grant(all, Duration.ofDays(30));
  }

  private RefreshTokenGrant grant(UserGrants all, Duration idle) {
    var lifetimes = TestSettings.lifetimes(idle);
    return Injection.into(
        new RefreshTokenGrant(),
        tokens,
        all,
        grants.once(),
        Injection.into(
            new RefreshInspector(),
            tokens,
            imported,
            all,
            lifetimes,
            clock,
            TestStandings.of(this::isGood)),
        imported,
        TestStandings.of(this::isGood),
        new Audiences(TestSettings.server(TestSettings.HTTPS)),
        lifetimes,
        clock);
  }

  private Entitlement redeem(int generation, String rest) {
    return grant.redeem(form(generation, rest), client);
  }

  private Parameters form(int generation, String rest) {
    var token = tokens.write(new RefreshToken(id, generation));
    return FormDecoder.parse("refresh_token=" + token + rest);
  }

  private boolean isRevoked() {
    return grants.find(id).orElseThrow().grant().isRevoked();
  }

  private int generation() {
    return grants.find(id).orElseThrow().grant().generation();
  }

  private void assertRefused(int generation) {
    assertThat(refusal(() -> redeem(generation, ""))).isEqualTo(OAuthError.INVALID_GRANT);
  }

  private static OAuthError refusal(ThrowingCallable call) {
    var refused = catchThrowableOfType(OAuthException.class, call);
    assertThat(refused).isNotNull();
    return refused.error();
  }
}
