package org.sallyport.client.authentication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sallyport.oauth.OAuthError.INVALID_CLIENT;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.HashedSecrets;
import org.sallyport.client.secret.QuickHashes;
import org.sallyport.client.secret.SecretUses;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;

class ClientAuthenticationMethodsTest {

  private static final String SECRET = "s3cret:with+colon";

  private final SettableClock clock = new SettableClock();
  private final SecretUses uses = new SecretUses();
  private final HashedSecrets hashed =
      Injection.into(new HashedSecrets(), new QuickHashes(), new ClientSecrets(), clock);
  private final ClientAuthenticationMethod basic =
      Injection.into(new ClientSecretBasic(), uses, hashed, clock);
  private final ClientAuthenticationMethod post =
      Injection.into(new ClientSecretPost(), uses, hashed, clock);
  private final ClientAuthenticationMethod none = new NoAuthentication();
  private final Optional<Client> confidential =
      Optional.of(TestClients.confidential("app", SECRET));
  private final Optional<Client> unprotected = Optional.of(TestClients.unprotected("spa"));

  @Test
  void basicDecodesBothPartsAsAForm() {
    var found = basic.find(Parameters.NONE, basic("my+app%3a1", "s3cret%3Awith%2Bcolon"));

    assertThat(found).hasValue(new ClientCredentials("my app:1", Optional.of(SECRET)));
  }

  @Test
  void basicPartsAtTheFirstColon() {
    assertThat(basic.find(Parameters.NONE, basic("app", "a:b")))
        .hasValue(new ClientCredentials("app", Optional.of("a:b")));
  }

  @Test
  void theSchemeHasAnySpelling() {
    var header = basic("app", "x").replace("Basic ", "bAsIC   ");

    assertThat(basic.find(Parameters.NONE, header)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic ",
        "Basic !!!",
        "Basic YXBw",
        "Basic OnNlY3JldA==",
        "Basic YXBwOiV6eg==",
        "Basic YXBwOiVmZg==",
        "Basic YXBwOng=x",
        "Basic",
        "Bearer abc",
        "Digest username=app"
      })
  void aBrokenHeaderIsNoAuthentication(String header) {
    assertThat(refusal(() -> basic.find(Parameters.NONE, header)).error())
        .isEqualTo(INVALID_CLIENT);
  }

  @Test
  void theFormMayNameNoOtherClientThanTheHeader() {
    assertThat(basic.find(form("client_id=app"), basic("app", "x"))).isPresent();
    assertThat(refusal(() -> basic.find(form("client_id=other"), basic("app", "x"))).error())
        .isEqualTo(INVALID_REQUEST);
  }

  @Test
  void postNeedsTheClientWithTheSecret() {
    assertThat(post.find(form("client_id=app&client_secret=x"), null))
        .hasValue(new ClientCredentials("app", Optional.of("x")));
    assertThat(post.find(form("client_id=app"), null)).isEmpty();
    assertThat(refusal(() -> post.find(form("client_secret=x"), null)).error())
        .isEqualTo(INVALID_REQUEST);
  }

  @Test
  void nobodyIsPublicWhoShowsCredentials() {
    assertThat(none.find(form("client_id=spa"), null))
        .hasValue(new ClientCredentials("spa", Optional.empty()));
    assertThat(none.find(form("client_id=spa&client_secret=x"), null)).isEmpty();
    assertThat(none.find(form("client_id=spa"), basic("spa", "x"))).isEmpty();
    assertThat(none.find(Parameters.NONE, null)).isEmpty();
  }

  @Test
  void onlyTheRightSecretProvesAClient() {
    for (var method : new ClientAuthenticationMethod[] {basic, post}) {
      assertThat(method.proves(shown(SECRET), confidential)).isTrue();
      assertThat(method.proves(shown("wrong"), confidential)).isFalse();
      assertThat(method.proves(shown(""), confidential)).isFalse();
      assertThat(method.proves(shown(SECRET), Optional.empty())).isFalse();
    }
  }

  @Test
  void eachOfTwoLivingSecretsProvesAClientAndIsNotedAsUsed() {
    var before = new ClientSecret("app", Digest.of("before"), clock.instant());
    var after = new ClientSecret("app", Digest.of("after"), clock.instant());
    var client = Optional.of(TestClients.knowing(confidential.get(), before, after));

    assertThat(basic.proves(shown("after"), client)).isTrue();
    assertThat(uses.find(before.id())).isEmpty();
    assertThat(uses.find(after.id())).hasValue(clock.instant());
    clock.pass(Duration.ofMinutes(5));
    assertThat(post.proves(shown("before"), client)).isTrue();
    assertThat(post.proves(shown("neither"), client)).isFalse();
    assertThat(uses.find(before.id())).hasValue(clock.instant());
  }

  @Test
  void aSecretThatHasEndedProvesNothingWhereTheClientIsStillInMemory() {
    var ending = new ClientSecret("app", Digest.of("ending"), clock.instant());
    Injection.set(ending, "expiresAt", clock.instant().plus(Duration.ofDays(7)));
    var client = Optional.of(TestClients.knowing(confidential.get(), ending));

    assertThat(basic.proves(shown("ending"), client)).isTrue();
    clock.pass(Duration.ofDays(7));
    assertThat(basic.proves(shown("ending"), client)).isFalse();
  }

  @Test
  void aSecretThatAnotherSystemHashedProvesItsClient() {
    var secret = new ClientSecret("app", Digest.of("nobody's"), clock.instant());
    Injection.set(secret, "slowHash", new QuickHashes().hash(SECRET));
    var client = Optional.of(TestClients.knowing(confidential.get(), secret));

    assertThat(basic.proves(shown("wrong"), client)).isFalse();
    assertThat(uses.find(secret.id())).isEmpty();
    assertThat(basic.proves(shown(SECRET), client)).isTrue();
    assertThat(uses.find(secret.id())).hasValue(clock.instant());
    Injection.set(secret, "expiresAt", clock.instant());
    assertThat(basic.proves(shown(SECRET), client)).isFalse();
  }

  @Test
  void noSecretProvesAPublicClient() {
    assertThat(basic.proves(shown(""), unprotected)).isFalse();
    assertThat(post.proves(shown("x"), unprotected)).isFalse();
  }

  @Test
  void onlyAPublicClientNeedsNoSecret() {
    var shown = new ClientCredentials("spa", Optional.empty());

    assertThat(none.proves(shown, unprotected)).isTrue();
    assertThat(none.proves(shown, confidential)).isFalse();
    assertThat(none.proves(shown, Optional.empty())).isFalse();
  }

  @Test
  void credentialsDoNotPrintTheirSecret() {
    assertThat(shown(SECRET).toString()).isEqualTo("app");
  }

  private static ClientCredentials shown(String secret) {
    return new ClientCredentials("app", Optional.of(secret));
  }

  private static Parameters form(String text) {
    return FormDecoder.parse(text);
  }

  private static String basic(String id, String secret) {
    var pair = (id + ":" + secret).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static OAuthException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable c) {
    return catchThrowableOfType(OAuthException.class, c);
  }
}
