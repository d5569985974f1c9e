package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.oauth.OAuthError.INVALID_CLIENT;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;
import static org.sallyport.oauth.OAuthError.TOO_MANY_REQUESTS;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.Clients;
import org.sallyport.client.CrossOrigin;
import org.sallyport.client.TestClients;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.HashedSecrets;
import org.sallyport.client.secret.QuickHashes;
import org.sallyport.client.secret.SecretUses;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.Throttle;

class ClientAuthenticatorTest {

  private final Throttle throttle = new Throttle(new SettableClock());
  private Runnable meanwhile = () -> {};
  private final ClientRegistry registry =
      new ClientRegistry() {
        @Override
        public Optional<Client> find(String id) {
          meanwhile.run();
          return switch (id) {
            case "web" -> Optional.of(TestClients.confidential("web", "right"));
            case "spa" -> Optional.of(TestClients.unprotected("spa"));
            case "asleep" -> Optional.of(TestClients.inactive("asleep", "right"));
            default -> Optional.empty();
          };
        }
      };
  private final List<AuditEvent> events = new ArrayList<>();
  private final ClientAuthenticator authenticator =
      new ClientAuthenticator(
          Beans.of(
              method(new ClientSecretBasic()),
              method(new ClientSecretPost()),
              new NoAuthentication()),
          Injection.into(new Clients(), registry),
          throttle,
          new ClientAddress(TestSettings.server(TestSettings.HTTPS)),
          Beans.eventsInto(events));

  @Test
  void eachMethodProvesItsClient() {
    assertThat(authenticate("", basic("web", "right")).id()).isEqualTo("web");
    assertThat(authenticate("client_id=web&client_secret=right", null).id()).isEqualTo("web");
    assertThat(authenticate("client_id=spa", null).id()).isEqualTo("spa");
    assertThat(events).isEmpty();
  }

  @Test
  void wrongUnknownAndInactiveClientsHearTheSame() {
    for (var id : List.of("web", "nobody")) {
      assertThat(refusal("", basic(id, "wrong")))
          .returns(INVALID_CLIENT, OAuthException::error)
          .returns("client authentication failed", OAuthException::description);
    }
    assertThat(refusal("", basic("asleep", "right")))
        .returns(INVALID_CLIENT, OAuthException::error)
        .returns("client authentication failed", OAuthException::description);
    assertThat(events).hasSize(3);
  }

  @Test
  void aConfidentialClientWithoutItsSecretIsRefused() {
    assertThat(refusal("client_id=web", null).error()).isEqualTo(INVALID_CLIENT);
    assertThat(refusal("", null).error()).isEqualTo(INVALID_CLIENT);
  }

  @Test
  void twoWaysAtOnceAreRefused() {
    assertThat(refusal("client_id=web&client_secret=right", basic("web", "right")).error())
        .isEqualTo(INVALID_REQUEST);
  }

  @Test
  void aPublicClientMayNotDoWhatNeedsASecret() {
    var request = FakeRequest.to("/introspect").build();
    var form = FormDecoder.parse("client_id=spa");

    assertThat(
            catchThrowableOfType(
                    OAuthException.class,
                    () -> authenticator.authenticateConfidential(form, request))
                .error())
        .isEqualTo(INVALID_CLIENT);
  }

  @Test
  void guessingIsSlowedDownTheRightSecretIncluded() {
    for (var i = 0; i < 5; i++) {
      assertThat(refusal("", basic("web", "wrong")).error()).isEqualTo(INVALID_CLIENT);
    }

    assertThat(refusal("", basic("web", "right")).error()).isEqualTo(TOO_MANY_REQUESTS);
  }

  @Test
  void guessesSentAllAtOnceFindNothingOutEither() {
    meanwhile =
        () -> IntStream.range(0, 5).forEach(i -> throttle.failed("client web", "192.0.2.1"));

    assertThat(refusal("", basic("web", "right")).error()).isEqualTo(TOO_MANY_REQUESTS);
  }

  @Test
  void onlyItsOwnOriginsMayReadAClientsAnswer() {
    var wanted = TestClients.wanted("scripted").withOrigins(List.of("https://app.example"));
    var request = FakeRequest.to("/token").build();
    assertThat(CrossOrigin.isAllowed(request, "https://app.example")).isFalse();
    CrossOrigin.allow(request, TestClients.of(wanted, Optional.empty()));

    assertThat(CrossOrigin.isAllowed(request, "https://app.example")).isTrue();
    assertThat(CrossOrigin.isAllowed(request, "https://app.example.evil.example")).isFalse();
    assertThat(CrossOrigin.isAllowed(request, "null")).isFalse();
  }

  private static SecretMethod method(SecretMethod method) {
    var clock = new SettableClock();
    var hashed = Injection.into(new HashedSecrets(), new QuickHashes(), new ClientSecrets(), clock);
    return Injection.into(method, new SecretUses(), hashed, clock);
  }

  private Client authenticate(String form, String authorization) {
    var request = FakeRequest.to("/token");
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return authenticator.authenticate(FormDecoder.parse(form), request.build());
  }

  private OAuthException refusal(String form, String authorization) {
    return catchThrowableOfType(OAuthException.class, () -> authenticate(form, authorization));
  }

  private static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
  }
}
