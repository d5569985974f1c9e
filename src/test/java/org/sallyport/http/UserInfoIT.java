package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPRequest.Method;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerTokenError;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Whom a token is about, OpenID Connect Core 1.0 §5.3 and RFC 6750. */
class UserInfoIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String ALL = "openid profile email read";
  private static final String ORIGIN = "https://info.example";
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final App JWT = register("jwt");
  private static final App OPAQUE = register("opaque");

  private static App register(String format) {
    return ADMINISTRATION.register(
        App.WEB.redirectUri(),
        "name",
        "User info, " + format,
        "grant_types",
        "authorization_code",
        "grant_types",
        "refresh_token",
        "grant_types",
        "client_credentials",
        "redirect_uris",
        App.WEB.redirectUri(),
        "scopes",
        ALL,
        "origins",
        ORIGIN,
        "token_format",
        format);
  }

  private static AccessToken token(App app, String scope) {
    return token(app, scope, Person.of(SERVER, "alice"));
  }

  private static AccessToken token(App app, String scope, Person person) {
    return app.flow(SERVER).with("scope", scope).tokens(person).getAccessToken();
  }

  private static Answer get(String token, String... headers) {
    var all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
    all.addAll(List.of(headers));
    return HTTP.get("/userinfo", all.toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"GET", "POST"})
  void aClientLibraryLearnsWhomItsTokenIsAbout(Method method) throws Exception {
    for (var app : List.of(JWT, OPAQUE)) {
      var response = ask(method, token(app, ALL));
      assertThat(response.indicatesSuccess()).isTrue();
      var info = response.toSuccessResponse().getUserInfo();
      assertThat(UUID.fromString(info.getSubject().getValue())).isNotNull();
      assertThat(info.getPreferredUsername()).isEqualTo("alice");
      assertThat(info.getName()).isEqualTo("alice");
      assertThat(info.getUpdatedTime()).isNotNull();
      assertThat(info.getEmailAddress()).isNull();
      assertThat(info.getEmailVerified()).isNull();
    }
  }

  private static UserInfoResponse ask(Method method, AccessToken token)
      throws IOException, ParseException {
    var endpoint = URI.create(SERVER.issuer() + "/userinfo");
    return UserInfoResponse.parse(
        new UserInfoRequest(endpoint, method, token).toHTTPRequest().send());
  }

  @Test
  void theSubjectIsThatOfTheTokenAndOfIntrospection() {
    var token = token(JWT, ALL).getValue();
    var sub = App.API.post(SERVER, "/introspect", "token", token).text("sub");
    assertThat(get(token).text("sub")).isEqualTo(sub);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/index.php/apps/oauth2", "/apps/oauth2"})
  void itIsWhereOwnCloudHadIt(String base) {
    var token = token(OPAQUE, ALL).getValue();
    var answer = HTTP.get(base + "/api/v1/userinfo", "Authorization", "Bearer " + token);
    assertThat(answer.text("name")).isEqualTo("alice");
  }

  @Test
  void withoutMoreScopesNothingElseIsTold() {
    var answer = get(token(JWT, "openid").getValue());
    assertThat(answer.json().keySet()).containsExactly("sub");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }

  @Test
  void aFormMayCarryTheToken() {
    var token = token(JWT, ALL).getValue();
    var answer = HTTP.post("/userinfo", Http.form("access_token", token));
    assertThat(answer.text("preferred_username")).isEqualTo("alice");
  }

  @Test
  void S24_aQueryMayNot() {
    var answer = HTTP.get("/userinfo?access_token=" + token(JWT, ALL).getValue());
    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void whoSendsNoTokenIsToldHowAndOfNoError() {
    var answer = HTTP.get("/userinfo");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sallyport\"");
    var basic = HTTP.get("/userinfo", "Authorization", Http.basic("demo-web", "x"));
    assertThat(basic.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"sallyport\"");
  }

  @Test
  void aTokenWithoutTheScopeIsTooLittle() throws Exception {
    var response = ask(Method.GET, token(JWT, "read"));
    var error = (BearerTokenError) response.toErrorResponse().getErrorObject();
    assertThat(error.getHTTPStatusCode()).isEqualTo(403);
    assertThat(error.getCode()).isEqualTo("insufficient_scope");
    assertThat(error.getScope()).isEqualTo(Scope.parse("openid"));
    assertThat(error.getRealm()).isEqualTo("sallyport");
  }

  @Test
  void S17_aMachineIsNobody() {
    var tokens = JWT.post(SERVER, "/token", "grant_type", "client_credentials", "scope", "openid");
    assertThat(get(tokens.text("access_token")).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer, 400",
    "Bearer a b, 400",
    "'Bearer <x>', 400",
    "bearer nonsense, 401",
    "BEARER e30.e30.e30, 401"
  })
  void whatIsNoTokenIsRefusedInBearersWords(String header, int status) {
    var answer = HTTP.get("/userinfo", "Authorization", header);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("WWW-Authenticate"))
        .startsWith("Bearer realm=\"sallyport\", error=\"invalid_")
        .doesNotContain("Basic");
  }

  @Test
  void twoTokensAreOneTooMany() {
    var token = token(JWT, ALL).getValue();
    var form = Http.form("access_token", token);
    var both = HTTP.post("/userinfo", form, "Authorization", "Bearer " + token);
    assertThat(both.status()).isEqualTo(400);
    assertThat(HTTP.post("/userinfo", form + "&" + form).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"disable", "revoke_all", "end_sessions"})
  void S17_whatEndedIsRefusedAtOnce(String deed) {
    var people = new People(SERVER);
    var made = people.person("informed " + UUID.randomUUID());
    var token = token(OPAQUE, ALL, made.person()).getValue();
    assertThat(get(token).status()).isEqualTo(200);
    people.press(made.id(), deed);
    assertThat(get(token).status()).isEqualTo(deed.equals("end_sessions") ? 200 : 401);
  }

  @Test
  void aTokenThatIsForAnotherServerIsOfNoUseHere() {
    var app =
        ADMINISTRATION.register(
            App.WEB.redirectUri(),
            "name",
            "User info, elsewhere",
            "grant_types",
            "authorization_code",
            "redirect_uris",
            App.WEB.redirectUri(),
            "scopes",
            ALL,
            "resources",
            "https://api.example/");
    var flow = app.flow(SERVER).with("scope", ALL).with("resource", "https://api.example/");
    var token = flow.tokens(Person.of(SERVER, "alice")).getAccessToken().getValue();
    var answer = get(token);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
  }

  @Test
  void scriptsOfTheClientsOriginReadItAndNoOthers() {
    var token = token(JWT, ALL).getValue();
    var allowed = "Access-Control-Allow-Origin";
    assertThat(get(token, "Origin", ORIGIN).header(allowed)).isEqualTo(ORIGIN);
    assertThat(get(token, "Origin", "http://127.0.0.1:9090").header(allowed)).isEmpty();
    JWT.post(SERVER, "/revoke", "token", token);
    var over = get(token, "Origin", ORIGIN);
    assertThat(over.status()).isEqualTo(401);
    assertThat(over.header(allowed)).isEqualTo(ORIGIN);
    assertThat(over.header("Access-Control-Expose-Headers")).contains("WWW-Authenticate");
    var preflight =
        HTTP.send(
            "OPTIONS",
            "/userinfo",
            BodyPublishers.noBody(),
            "Origin",
            ORIGIN,
            "Access-Control-Request-Method",
            "GET");
    assertThat(preflight.header(allowed)).isEqualTo(ORIGIN);
  }

  @Test
  void theMetadataTellOfItAndOfNoOpenIdThatIsNotThere() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getCustomURIParameter("userinfo_endpoint"))
        .isEqualTo(URI.create(SERVER.issuer() + "/userinfo"));
    var json = HTTP.get("/.well-known/oauth-authorization-server").json();
    assertThat(json.getJsonArray("claims_supported").toString())
        .contains("\"sub\"", "\"name\"", "\"email\"")
        .doesNotContain("email_verified");
    assertThat(json).doesNotContainKey("id_token_signing_alg_values_supported");
  }
}
