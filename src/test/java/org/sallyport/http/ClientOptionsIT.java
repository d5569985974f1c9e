package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** What an administrator may allow a single client, and that without it nothing is open. */
class ClientOptionsIT {

  private static final Server SERVER = Server.shared();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final Person ALICE = Person.of(SERVER, "alice").loggedIn();
  private static final String URI = App.SPA.redirectUri();

  @ParameterizedTest
  @ValueSource(strings = {"https://a.files.example.org/cb", "https://b.a.files.example.org/cb"})
  void hostsBelowTheRegisteredOneAreTakenWhereTheClientMay(String below) {
    var registered = "https://files.example.org/cb";
    var app = register("web", registered, "allow_subdomains", "true");
    var flow = new App(app.id(), app.secret(), below).flow(SERVER);
    flow.tokens(flow.code(ALICE));
    RedirectIT.assertPage(
        ALICE.get(
            app.flow(SERVER).with("redirect_uri", "https://xfiles.example.org/cb").address()));
    var strict = register("web", registered);
    RedirectIT.assertPage(ALICE.get(strict.flow(SERVER).with("redirect_uri", below).address()));
  }

  @Test
  void thePortOfLocalhostIsFreeWhereTheClientMay() {
    var app = register("native", "http://localhost/cb", "allow_localhost", "true");
    var flow = new App(app.id(), Optional.empty(), "http://localhost:54321/cb").flow(SERVER);
    flow.tokens(flow.code(ALICE));
    assertThat(refused("native", "http://localhost/cb")).contains("http://localhost/cb: It must");
  }

  @Test
  void aSchemeOfItsOwnIsTakenWhereTheClientMay() {
    var uri = "oc://android.owncloud.example";
    var app = register("native", uri, "private_schemes", "true");
    var flow = app.flow(SERVER);
    assertThat(ALICE.open(flow.address()).body()).contains("android.owncloud.example");
    flow.tokens(flow.code(ALICE));
    assertThat(refused("native", uri)).contains(uri + ": It must");
    assertThat(refused("native", "javascript://x/", "private_schemes", "true"))
        .contains("javascript://x/: It must");
  }

  @Test
  void aPlainVerifierIsTakenWhereTheClientMay() {
    var app = register("spa", URI, "plain_pkce", "true");
    for (var method : List.of("plain", "")) {
      var flow = app.flow(SERVER).with("code_challenge_method", method);
      flow = flow.with("code_challenge", flow.verifier());
      flow.tokens(flow.code(ALICE));
      var code = flow.code(ALICE);
      var other = "v".repeat(43);
      assertThat(flow.redeem(code, "code_verifier", other).error()).isEqualTo("invalid_grant");
    }
    var short42 = app.flow(SERVER).with("code_challenge_method", "plain");
    short42 = short42.with("code_challenge", "v".repeat(42));
    assertThat(short42.error(ALICE.open(short42.address()))).isEqualTo("invalid_request");
    var usual = app.flow(SERVER);
    usual.tokens(usual.code(ALICE));
  }

  @Test
  void pkceIsLeftOutWhereTheClientMay() {
    var registered = "https://old.example/cb";
    var app = register("web", registered, "optional_pkce", "true");
    var flow = app.flow(SERVER).without("code_challenge").without("code_challenge_method");
    var code = flow.code(ALICE);
    assertThat(redeem(app, code).text("access_token")).isNotEmpty();
    var other = flow.code(ALICE);
    assertThat(flow.redeem(other).error()).as("with a verifier").isEqualTo("invalid_grant");
    assertThat(redeem(app, other).error()).isEqualTo("invalid_grant");
    var usual = app.flow(SERVER);
    assertThat(redeem(app, usual.code(ALICE)).error()).isEqualTo("invalid_grant");
    var strict = register("web", registered).flow(SERVER).without("code_challenge");
    assertThat(strict.error(ALICE.open(strict.without("code_challenge_method").address())))
        .as("a client that may not")
        .isEqualTo("invalid_request");
    assertThat(refused("spa", registered, "optional_pkce", "true"))
        .contains("Only a client with a secret");
    assertThat(refused("web", URI, "optional_pkce", "true")).contains("Only a client with");
  }

  private static Answer redeem(App app, String code) {
    return app.post(
        SERVER,
        "/token",
        "grant_type",
        "authorization_code",
        "code",
        code,
        "redirect_uri",
        app.redirectUri());
  }

  @Test
  void aTrustedClientAsksNobodyUnlessItWantsTo() {
    var app = register("web", "https://trusted.example/cb", "trusted", "true");
    var person = Person.of(SERVER, "bob").loggedIn();
    var flow = app.flow(SERVER).with("scope", "read write");
    var tokens = flow.tokens(flow.code(person.open(flow.address())));
    assertThat(tokens.getAccessToken().getScope().toStringList())
        .containsExactlyInAnyOrder("read", "write");
    var asking = app.flow(SERVER).with("prompt", "consent");
    assertThat(person.open(asking.address()).has("allow")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:9090/callback, ",
    "http://[::1]/callback, ",
    "http://localhost/callback, allow_localhost",
    "org.example.app:/callback, private_schemes"
  })
  void noClientIsTrustedThatIsAnsweredOnTheDevice(String uri, String option) {
    var fields = new ArrayList<>(List.of("trusted", "true"));
    if (option != null) {
      fields.addAll(List.of(option, "true"));
    }
    assertThat(refused("native", uri, fields.toArray(String[]::new)))
        .contains("answered on the device itself can’t be trusted");
  }

  @Test
  void theAnswerForOwnCloudNamesTheUserAndThePageAfterTheLogin() {
    var app = register("web", URI, "response_profile", "owncloud", "token_format", "opaque");
    var flow = app.flow(SERVER);
    var answer = flow.redeem(flow.code(ALICE));
    assertThat(answer.text("user_id")).isEqualTo("alice");
    assertThat(answer.text("message_url")).isEqualTo(SERVER.issuer() + "/authorization-successful");
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().getInt("expires_in")).isEqualTo(3600);
    assertThat(answer.text("access_token")).matches("[0-9A-Za-z]{64}");
    var token = answer.text("refresh_token");
    assertThat(token).matches("[0-9A-Za-z]{64}");
    assertThat(answer.text("scope")).isNotEmpty();
    var again = app.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token);
    assertThat(again.text("user_id")).isEqualTo("alice");
    var usual = App.WEB.flow(SERVER);
    assertThat(usual.redeem(usual.code(ALICE)).json()).doesNotContainKeys("user_id", "message_url");
  }

  @Test
  void aTokenForLeagueHasItsScopesAsAList() {
    var app = register("web", URI, "response_profile", "league");
    var flow = app.flow(SERVER).with("scope", "read write");
    var token = flow.tokens(flow.code(ALICE)).getAccessToken().getValue();
    var claims = Jwts.verify(SERVER, token, JWSAlgorithm.RS256).getClaims();
    assertThat(claims.get("scopes")).isEqualTo(List.of("read", "write"));
    assertThat(claims).containsEntry("scope", "read write");
    var usual = App.WEB.flow(SERVER);
    var other = usual.tokens(usual.code(ALICE)).getAccessToken().getValue();
    assertThat(Jwts.verify(SERVER, other, JWSAlgorithm.RS256).getClaims())
        .doesNotContainKey("scopes");
  }

  @Test
  void aClientHasItsOwnLifetimes() {
    var app = register("web", URI, "access_lifetime", "PT5M", "refresh_lifetime", "PT3M");
    var flow = app.flow(SERVER);
    var answer = flow.redeem(flow.code(ALICE));
    assertThat(answer.json().getInt("expires_in")).as("ends with its grant").isBetween(170, 180);
    var longer = register("web", URI, "access_lifetime", "PT5M");
    var second = longer.flow(SERVER);
    assertThat(second.redeem(second.code(ALICE)).json().getInt("expires_in")).isEqualTo(300);
  }

  @Test
  void aCodeAndAnUnusedConnectionEndAsTheClientSays() {
    var app = register("web", URI, "code_lifetime", "PT0.001S");
    var flow = app.flow(SERVER);
    var code = flow.code(ALICE);
    assertThat(flow.redeem(code).error()).isEqualTo("invalid_grant");
    var idle = register("web", URI, "refresh_idle", "PT0.001S");
    var second = idle.flow(SERVER);
    var token = second.redeem(second.code(ALICE)).text("refresh_token");
    var refreshed =
        idle.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token);
    assertThat(refreshed.error()).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "access_lifetime, soon, no length of time",
    "access_lifetime, P2D, write P1D or less",
    "code_lifetime, PT11M, Write PT10M or less",
    "refresh_lifetime, P3651D, Write P3650D or less",
    "refresh_idle, -P1D, no length of time"
  })
  void aLifetimeThatIsNoneOrTooLongIsRefusedAndStaysInTheForm(
      String field, String typed, String words) {
    assertThat(refused("web", URI, field, typed)).containsIgnoringCase(words).contains(typed);
  }

  @Test
  void theOptionsAreKeptOnThePageAndExported() {
    var app = register("web", "https://kept.example/cb", "trusted", "true", "refresh_idle", "P7D");
    var administrator = ADMINISTRATION.administrator();
    var page = administrator.open("/admin/clients/edit?id=" + app.id());
    assertThat(page.value("refresh_idle")).isEqualTo("P7D");
    var saved = administrator.press(page, "save", "name", "Renamed and kept");
    assertThat(saved.body()).contains("The changes are saved");
    var exported =
        administrator.get("/admin/clients/export.json?q=" + Http.encode(app.id())).body();
    assertThat(exported).contains("\"trusted\":true", "\"refresh_idle\":\"P7D\"");
  }

  private static App register(String type, String uri, String... options) {
    return ADMINISTRATION.register(uri, fields(type, uri, options));
  }

  private static String refused(String type, String uri, String... options) {
    Page page = ADMINISTRATION.submit(fields(type, uri, options));
    assertThat(page.body()).contains("There is a problem");
    return page.body();
  }

  private static String[] fields(String type, String uri, String... options) {
    var fields = new ArrayList<>(List.of("name", "With options", "type", type));
    fields.addAll(List.of("redirect_uris", uri, "scopes", "read write"));
    fields.addAll(List.of(options));
    return fields.toArray(String[]::new);
  }
}
