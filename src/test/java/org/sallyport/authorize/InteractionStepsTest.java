package org.sallyport.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

  private OAuthError refusal(Optional<Login> login) {
    return catchThrowableOfType(OAuthException.class, () -> page("scope=read&prompt=none", login))
        .error();
  }

  private Optional<String> page(String query, Optional<Login> login) {
    var flow = Flow.of("/authorize", FormDecoder.parse(query), START);
    var request = new AuthorizeRequest(flow, TestClients.unprotected("app"), TestClients.CALLBACK);
    return pipeline.nextPage(request, login);
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
