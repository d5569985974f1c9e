package org.sallyport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Server;

/** How a client proves itself, RFC 6749 §2.3. */
class ClientAuthenticationIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String ID = App.MACHINE.id();
  private static final String SECRET = App.MACHINE.secret().get();
  private static final String GRANT = "grant_type=client_credentials";
  private static final String GOOD = Http.basic(ID, SECRET);

  /** A right answer forgets the failures, so that no test is throttled for another. */
  @AfterEach
  void theRightSecretStillWorks() {
    assertThat(HTTP.post("/token", GRANT, "Authorization", GOOD).status()).isEqualTo(200);
  }

  @Test
  void theSecretMayBeInTheBody() throws Exception {
    var request =
        new TokenRequest.Builder(
                URI.create(SERVER.issuer() + "/token"),
                new ClientSecretPost(new ClientID(ID), new Secret(SECRET)),
                new ClientCredentialsGrant())
            .build();
    var answer = TokenResponse.parse(request.toHTTPRequest().send());
    assertThat(answer.indicatesSuccess()).isTrue();
  }

  @Test
  void bothPartsOfBasicAreFormDecoded() {
    var answer =
        HTTP.post("/token", GRANT, "Authorization", Http.rawBasic(hex(ID) + ":" + hex(SECRET)));
    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"basic ", "BASIC ", "Basic   "})
  void theSchemeIsReadInAnyCase(String scheme) {
    var header = scheme + GOOD.substring("Basic ".length());
    assertThat(HTTP.post("/token", GRANT, "Authorization", header).status()).isEqualTo(200);
  }

  @Test
  void theSameClientIdMayStandInTheBodyToo() {
    var same = HTTP.post("/token", GRANT + "&client_id=" + ID, "Authorization", GOOD);
    assertThat(same.status()).isEqualTo(200);
    var other = HTTP.post("/token", GRANT + "&client_id=demo-web", "Authorization", GOOD);
    TokenErrorsIT.assertError(other, "invalid_request");
  }

  @Test
  void twoMethodsAtOnceAreRefused() {
    var form = GRANT + "&client_id=" + ID + "&client_secret=" + SECRET;
    var answer = HTTP.post("/token", form, "Authorization", GOOD);
    TokenErrorsIT.assertError(answer, "invalid_request");
  }

  static Stream<String> broken() {
    return Stream.of(
        "Basic",
        "Basic ",
        "Basic !!!!",
        "Basic " + "a".repeat(8),
        "Basic " + Base64.getEncoder().encodeToString("no colon".getBytes(UTF_8)),
        "Basic " + Base64.getEncoder().encodeToString(":no id".getBytes(UTF_8)),
        "Basic " + Base64.getEncoder().encodeToString("demo-machine:\u00e9".getBytes(ISO_8859_1)),
        "Basic " + Base64.getEncoder().encodeToString("demo-machine:%zz".getBytes(UTF_8)),
        "Basic " + Base64.getEncoder().encodeToString("demo-machine:%00".getBytes(UTF_8)),
        GOOD.substring(0, GOOD.length() - 3) + "*==",
        GOOD + GOOD,
        "Bearer " + GOOD.substring(6),
        "Digest username=\"demo-machine\"",
        GOOD.substring(6),
        "x");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenHeaderOrAnotherSchemeIsAnInvalidClient(String header) {
    assertUnauthorized(HTTP.post("/token", GRANT, "Authorization", header));
    var named = GRANT + "&client_id=demo-spa";
    assertUnauthorized(HTTP.post("/token", named, "Authorization", header));
  }

  @Test
  void nobodyIsAnInvalidClient() {
    assertUnauthorized(HTTP.post("/token", GRANT));
    assertUnauthorized(HTTP.post("/introspect", "token=x"));
    assertUnauthorized(HTTP.post("/revoke", "token=x"));
  }

  @Test
  void aConfidentialClientMustShowItsSecret() {
    assertUnauthorized(HTTP.post("/token", GRANT + "&client_id=" + ID));
    assertUnauthorized(HTTP.post("/token", GRANT, "Authorization", Http.basic(ID, "")));
  }

  @Test
  void aPublicClientHasNoSecretThatCouldBeRight() {
    var form = "grant_type=refresh_token&refresh_token=x&client_id=demo-spa&client_secret=x";
    assertUnauthorized(HTTP.post("/token", form));
    TokenErrorsIT.assertError(
        App.SPA.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", "x"),
        "invalid_grant");
  }

  @Test
  void aSecretInTheAddressDoesNotCount() {
    var path = "/token?client_id=" + ID + "&client_secret=" + SECRET;
    assertUnauthorized(HTTP.post(path, GRANT));
  }

  @Test
  void S25_aSecretIsComparedWholeAndInItsCase() {
    for (var wrong : new String[] {SECRET + "x", SECRET.substring(1), SECRET.toUpperCase()}) {
      assertUnauthorized(HTTP.post("/token", GRANT, "Authorization", Http.basic(ID, wrong)));
    }
  }

  @Test
  void S19_anUnknownClientAndAWrongSecretAreAnsweredAlike() {
    var wrong = HTTP.post("/token", GRANT, "Authorization", Http.basic(ID, "wrong"));
    var unknown = HTTP.post("/token", GRANT, "Authorization", Http.basic("unknown", "wrong"));
    assertUnauthorized(wrong);
    assertThat(unknown.status()).isEqualTo(wrong.status());
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    assertThat(unknown.header("WWW-Authenticate")).isEqualTo(wrong.header("WWW-Authenticate"));
  }

  private static void assertUnauthorized(Answer answer) {
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.error()).isEqualTo("invalid_client");
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
    assertThat(answer.header("Cache-Control")).contains("no-store");
  }

  private static String hex(String text) {
    return "%" + HexFormat.ofDelimiter("%").formatHex(text.getBytes(UTF_8));
  }
}
