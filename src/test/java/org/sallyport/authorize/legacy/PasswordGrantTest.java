package org.sallyport.authorize.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.TestClients;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.login.PasswordLogin;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.TestGrants;
import org.sallyport.user.Origin;
import org.sallyport.user.User;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.visitor.Visitors;

class PasswordGrantTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final ClientLifetimes OWN =
      new ClientLifetimes(
          Optional.empty(),
          Optional.of(Duration.ofHours(2)),
          Optional.of(Duration.ofDays(3)),
          Optional.empty());

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private User user = new User("user " + Randomness.name(), "no hash", clock.instant());
  private Runnable meanwhile = () -> {};
  private final PasswordLogin passwords =
      new PasswordLogin() {
        @Override
        public User authenticate(String username, String password, String address) {
          meanwhile.run();
          return user;
        }
      };
  private final ScopeCatalogue scopes =
      new ScopeCatalogue() {
        @Override
        public Scopes resolve(Client client, Optional<String> parameter) {
          return client.scopes();
        }
      };
  private final PasswordGrant grant =
      Injection.into(
          new PasswordGrant(),
          passwords,
          scopes,
          grants,
          new Audiences(TestSettings.server(TestSettings.HTTPS)),
          TestSettings.lifetimes(),
          new ClientAddress(TestSettings.server(TestSettings.HTTPS)),
          new Visitors(new ClientAddress(TestSettings.server(TestSettings.HTTPS))),
          FakeRequest.to("/token").build(),
          clock);

  @Test
  void whatItGivesEndsAsTheClientSays() {
    grants.save(user);

    assertThat(length(client("password", "refresh_token"))).hasDays(3);
    assertThat(length(client("password"))).hasHours(2);
  }

  @Test
  void theFirstPasswordAfterAChangeOutsideIsTaken() {
    user = User.of(new Origin("directory", Randomness.name()), "outside", clock.instant());
    grants.save(user);
    meanwhile = this::passwordChanges;

    var given = grant.redeem(form(), client("password")).grant().orElseThrow();
    assertThat(given.isAlive(clock.instant())).isTrue();
  }

  @Test
  void S17_aPasswordThatIsChangedHereMeanwhileGivesNothing() {
    grants.save(user);
    meanwhile = this::passwordChanges;

    var given = grant.redeem(form(), client("password")).grant().orElseThrow();
    assertThat(given.isAlive(clock.instant())).isFalse();
  }

  @Test
  void S17_whatOnlyAdministratorsCanGiveIsLeftOutOrRefusedBeforeAnythingIsWritten() {
    grants.save(user);
    var both = grant.redeem(form(), client(Scopes.of("read", "sallyport:admin"), "password"));
    assertThat(both.grant().orElseThrow().grant().scopes()).isEqualTo(Scopes.of("read"));

    var alone = client(Scopes.RESERVED, "password");
    assertThatThrownBy(() -> grant.redeem(form(), alone)).isInstanceOf(OAuthException.class);
    assertThat(grantsOf(alone)).isZero();
    user = new User("admin " + Randomness.name(), null, clock.instant()).asAdministrator();
    grants.save(user);
    assertThat(grant.redeem(form(), client(Scopes.RESERVED, "password")).grant()).isPresent();
  }

  private static long grantsOf(Client client) {
    return DATABASE.transaction(
        () ->
            DATABASE
                .entities()
                .createQuery(
                    "SELECT COUNT(g) FROM UserGrant g WHERE g.clientId = :client", Long.class)
                .setParameter("client", client.id())
                .getSingleResult());
  }

  private void passwordChanges() {
    clock.pass(Duration.ofMillis(200));
    DATABASE.transaction(
        () ->
            DATABASE
                .entities()
                .createQuery("UPDATE User u SET u.notBefore = :now WHERE u.id = :id")
                .setParameter("now", clock.instant())
                .setParameter("id", user.id())
                .executeUpdate());
  }

  private Duration length(Client client) {
    var end = grant.redeem(form(), client).end().orElseThrow();
    return Duration.between(clock.instant(), end);
  }

  private Client client(String... grantTypes) {
    return client(Scopes.of("read", "write"), grantTypes);
  }

  private Client client(Scopes mayHave, String... grantTypes) {
    var id = "form " + Randomness.name();
    var options =
        new ClientOptions(RedirectRules.STRICT, false, false, false, ResponseProfile.NONE, OWN);
    var wanted =
        NewClient.of(id, id, ClientType.WEB, List.of(grantTypes), List.of(), mayHave)
            .withOptions(options);
    var client = TestClients.of(wanted, Optional.of("secret"));
    grants.save(client);
    return client;
  }

  private static Parameters form() {
    return Parameters.fromMap(Map.of("username", List.of("name"), "password", List.of("secret")));
  }
}
