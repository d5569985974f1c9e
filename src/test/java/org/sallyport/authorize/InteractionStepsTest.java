package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.TestClients;
import org.sallyport.consent.Consent;
import org.sallyport.consent.Consents;
import org.sallyport.consent.TestConsents;
import org.sallyport.login.Flow;
import org.sallyport.login.Login;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.user.User;

class InteractionStepsTest {

  private static final Instant START = Instant.parse("2030-01-02T03:04:05Z");

  private final User alice = new User("alice", "", START);
  private Client client = TestClients.unprotected("app");
  private String callback = TestClients.CALLBACK;
  private Consent consent = TestConsents.given("read", START.minusSeconds(60));
  private final AuthorizePipeline pipeline =
      new AuthorizePipeline(
          Beans.<AuthorizeCheck>of(), Beans.<InteractionStep>of(consentStep(), new LoginStep()));

  @Test
  void whoIsLoggedInAndHasAllowedItSeesNoPage() {
    assertThat(page("scope=read", login(START.minusSeconds(60)))).isEmpty();
    assertThat(page("scope=read&prompt=none", login(START.minusSeconds(60)))).isEmpty();
  }

  @Test
  void aStrangerLogsInFirst() {
    consent = null;

    assertThat(page("scope=read", Optional.empty())).hasValue("/login");
    assertThat(page("scope=read", login(START))).hasValue("/consent");
  }

  @Test
  void aScopeThatWasNotAllowedIsAskedFor() {
    assertThat(page("scope=read write", login(START))).hasValue("/consent");
  }

  @Test
  void aFreshLoginOrConsentIsAskedForOnce() {
    var before = START.minusSeconds(1);
    assertThat(page("scope=read&prompt=login", login(before))).hasValue("/login");
    assertThat(page("scope=read&prompt=login", login(START))).isEmpty();
    assertThat(page("scope=read&prompt=consent", login(before))).hasValue("/consent");
    consent = TestConsents.given("read", START);
    assertThat(page("scope=read&prompt=consent", login(before))).isEmpty();
  }

  @Test
  void whereNoPageMayBeShownTheClientIsTold() {
    assertThat(refusal(Optional.empty())).isEqualTo(OAuthError.LOGIN_REQUIRED);
    consent = null;
    assertThat(refusal(login(START))).isEqualTo(OAuthError.CONSENT_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:5000/cb", "http://[::1]/cb", "http://localhost/cb", "oc://app"})
  void S02_anotherProgramOfTheDeviceGetsNothingByAConsentThatWasGivenBefore(String uri) {
    callback = uri;

    assertThat(page("scope=read", login(START))).hasValue("/consent");
    assertThat(refusal(login(START))).isEqualTo(OAuthError.CONSENT_REQUIRED);
    consent = TestConsents.given("read", START);
    assertThat(page("scope=read", login(START))).isEmpty();
  }

  @Test
  void aClientThatKeepsASecretIsRememberedOnTheDeviceToo() {
    callback = "http://127.0.0.1/cb";
    client = TestClients.confidential("app", "secret");

    assertThat(page("scope=read", login(START))).isEmpty();
  }

  @Test
  void whatIsForAdministratorsIsAskedForEachTime() {
    alice.asAdministrator();
    client = TestClients.confidential("app", "secret");
    consent = TestConsents.given("read sallyport:admin:read", START.minusSeconds(1));

    assertThat(page("scope=read", login(START))).isEmpty();
    assertThat(page("scope=read sallyport:admin:read", login(START))).hasValue("/consent");
    consent = TestConsents.given("read sallyport:admin:read", START);
    assertThat(page("scope=read sallyport:admin:read", login(START))).isEmpty();
  }

  private OAuthError refusal(Optional<Login> login) {
    return catchThrowableOfType(OAuthException.class, () -> page("scope=read&prompt=none", login))
        .error();
  }

  private Optional<String> page(String query, Optional<Login> login) {
    var flow = Flow.of("/authorize", FormDecoder.parse(query), START);
    return pipeline.nextPage(new AuthorizeRequest(flow, client, callback), login);
  }

  private Optional<Login> login(Instant at) {
    return new TestLogins().with(alice, at).current(null);
  }

  private ConsentStep consentStep() {
    return Injection.into(
        new ConsentStep(),
        new Consents() {
          @Override
          public Optional<Consent> find(String userId, String clientId) {
            return Optional.ofNullable(consent).filter(known -> userId.equals(alice.id()));
          }
        },
        new ScopeCatalogue() {
          @Override
          public Scopes resolve(Client client, Optional<String> parameter) {
            return Scopes.parse(parameter.orElseThrow());
          }

          @Override
          public Scopes optional() {
            return Scopes.NONE;
          }
        });
  }
}
