package org.sallyport.authorize.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.authorize.AuthorizeRequest;
import org.sallyport.authorize.ConsentStep;
import org.sallyport.client.Client;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.TestClients;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.config.GrantSettings;
import org.sallyport.grant.TokenHook;
import org.sallyport.grant.TokenHooks;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.login.Flow;
import org.sallyport.login.Login;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.Entitlement;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.TestGrants;
import org.sallyport.token.TokenFormat;
import org.sallyport.token.TokenIssuer;
import org.sallyport.user.User;
import org.sallyport.user.store.TestStandings;

class ImplicitResponseTest {

  private static final ClientLifetimes OWN =
      new ClientLifetimes(
          Optional.empty(), Optional.of(Duration.ofHours(2)), Optional.empty(), Optional.empty());

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final TokenFormat format =
      new TokenFormat() {
        @Override
        public String name() {
          return "jwt";
        }

        @Override
        public String mint(Entitlement entitlement, Instant issuedAt, Instant expiresAt) {
          return "a token";
        }
      };
  private final TokenIssuer issuer =
      new TokenIssuer(
          Beans.of(format),
          new RefreshTokens(
              new EncryptionKeys(
                  TestSettings.keys("an encryption key of 32 bytes or more", "RS256"),
                  TestSettings.server(TestSettings.HTTPS))),
          TestStandings.allGood(),
          TestSettings.lifetimes(),
          TestSettings.server(TestSettings.HTTPS),
          GrantSettings.usual(),
          clock);
  private final List<String> seen = new ArrayList<>();
  private boolean closed;
  private final TokenHook hook =
      new TokenHook() {
        @Override
        public void admit(String grantType, Parameters form, Client asking) {
          seen.add("admit " + grantType);
          if (closed) {
            throw OAuthError.ACCESS_DENIED.because("closed");
          }
        }

        @Override
        public Scopes scopes(String grantType, Entitlement entitlement) {
          return Scopes.of("read");
        }

        @Override
        public void issued(String grantType, Entitlement entitlement) {
          seen.add("issued " + grantType);
        }

        @Override
        public void refused(String grantType, Client asking, OAuthException refusal) {
          seen.add("refused " + grantType);
        }
      };
  private final ConsentStep consent =
      new ConsentStep() {
        @Override
        public Scopes allowed(AuthorizeRequest request, Login login) {
          return Scopes.of("read", "write");
        }
      };
  private final Client client = client();
  private final AuthorizeRequest request =
      new AuthorizeRequest(
          Flow.of("/authorize", Parameters.NONE, clock.instant()), client, TestClients.CALLBACK);
  private final Login login = login();
  private final ImplicitResponse response =
      Injection.into(
          new ImplicitResponse(),
          grants,
          consent,
          new Audiences(TestSettings.server(TestSettings.HTTPS)),
          new TokenHooks(Beans.of(hook), issuer),
          TestSettings.lifetimes(),
          clock);

  @Test
  void itsTokenEndsAsTheClientSays() {
    assertThat(answer()).containsEntry("expires_in", "7200").doesNotContainKey("refresh_token");
  }

  @Test
  void anExtensionSeesItAndTakesScopesAway() {
    assertThat(answer()).containsEntry("scope", "read");
    assertThat(seen).containsExactly("admit implicit", "issued implicit");
    assertThat(response.answer(request, login)).isEmpty();
  }

  @Test
  void whatAnExtensionRefusesUsesNothingUp() {
    closed = true;
    var refused = catchThrowableOfType(OAuthException.class, this::answer);

    assertThat(refused.error()).isEqualTo(OAuthError.ACCESS_DENIED);
    assertThat(grants.find(request.flow().id())).isEmpty();
    assertThat(seen).containsExactly("admit implicit", "refused implicit");
  }

  private Map<String, String> answer() {
    return response.answer(request, login).orElseThrow();
  }

  private Client client() {
    var options =
        new ClientOptions(RedirectRules.STRICT, false, false, false, ResponseProfile.NONE, OWN);
    var wanted = TestClients.wanted("script " + Randomness.name()).withOptions(options);
    var made = TestClients.of(wanted, Optional.empty());
    grants.save(made);
    return made;
  }

  private Login login() {
    var user = new User("user " + Randomness.name(), "no hash", clock.instant());
    grants.save(user);
    var logins = new TestLogins().with(user, clock.instant());
    return logins.current(FakeRequest.to("/").build()).orElseThrow();
  }
}
