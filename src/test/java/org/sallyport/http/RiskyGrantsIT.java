package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.CodeFlow;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The password and the implicit grant, RFC 6749 §4.3 and §4.2, where somebody wants them. */
class RiskyGrantsIT {

  private static final Server SERVER =
      Server.start(
          Map.of(
              "sallyport.demo",
              "true",
              "sallyport.grants",
              "authorization_code,refresh_token,client_credentials,password,implicit"));
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final App FORM = app("password", "refresh_token");
  private static final App SCRIPT = app("implicit");

  private final Person alice = Person.of(SERVER, "alice");

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @Test
  void theMetadataNameWhatIsServedAndNothingElse() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getGrantTypes().toString()).contains("password", "implicit");
    assertThat(metadata.getGrantTypes().toString()).doesNotContain("device_code");
    assertThat(metadata.getDeviceAuthorizationEndpointURI()).isNull();
    assertThat(metadata.getResponseTypes()).hasToString("[code, token]");
    assertThat(metadata.getResponseModes().toString()).contains("fragment", "query");
  }

  @Test
  void aPasswordGivesTokensOfAGrantThatCanBeRevoked() {
    var tokens = tokens("alice", "alice-in-demo-land");
    var access = tokens.getAccessToken().getValue();
    var known = App.API.post(SERVER, "/introspect", "token", access).json();
    assertThat(known.getBoolean("active")).isTrue();
    assertThat(known.getString("username")).isEqualTo("alice");
    var refresh = tokens.getRefreshToken().getValue();
    FORM.post(SERVER, "/revoke", "token", refresh);
    assertThat(App.API.post(SERVER, "/introspect", "token", access).json().getBoolean("active"))
        .isFalse();
  }

  @Test
  void S18_aWrongPasswordIsRefusedAndTheSixthMustWait() {
    for (var i = 0; i < 5; i++) {
      TokenErrorsIT.assertError(ask("bob", "wrong"), "invalid_grant");
      TokenErrorsIT.assertError(ask("nobody", "wrong"), "invalid_grant");
    }
    var refused = ask("bob", "bob-in-demo-land");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("\\d+");
  }

  @Test
  void S17_whoMustChooseAPasswordOrIsSwitchedOffGetsNothing() {
    var people = new People(SERVER);
    people.newcomer("newcomer");
    TokenErrorsIT.assertError(ask("newcomer", People.PASSWORD), "invalid_grant");
    var made = people.person("leaver");
    assertThat(ask("leaver", People.PASSWORD).status()).isEqualTo(200);
    people.press(made.id(), "disable");
    TokenErrorsIT.assertError(ask("leaver", People.PASSWORD), "invalid_grant");
  }

  @Test
  void aPasswordGivesNoMoreThanTheClientMayHave() {
    var more =
        FORM.post(
            SERVER,
            "/token",
            "grant_type",
            "password",
            "username",
            "alice",
            "password",
            "alice-in-demo-land",
            "scope",
            "read admin");
    TokenErrorsIT.assertError(more, "invalid_scope");
    var other =
        App.WEB.post(
            SERVER,
            "/token",
            "grant_type",
            "password",
            "username",
            "alice",
            "password",
            "alice-in-demo-land");
    TokenErrorsIT.assertError(other, "unauthorized_client");
  }

  @Test
  void aTokenComesInTheFragmentOnceWithoutARefreshToken() throws Exception {
    var flow = implicit(SCRIPT);
    var consent = alice.logIn(alice.open(flow.address()));
    var page = alice.press(consent, "allow");
    assertThat(page.address().toString()).startsWith(SCRIPT.redirectUri() + "#");
    var answer = AuthorizationResponse.parse(page.address()).toSuccessResponse();
    assertThat(answer.getState()).hasToString(flow.state());
    assertThat(answer.getIssuer()).hasToString(SERVER.issuer().toString());
    assertThat(answer.getAuthorizationCode()).isNull();
    assertThat(page.address().toString()).doesNotContain("refresh_token");
    var token = answer.getAccessToken();
    assertThat(token.getScope()).hasToString("read");
    assertThat(
            App.API
                .post(SERVER, "/introspect", "token", token.getValue())
                .json()
                .getBoolean("active"))
        .isTrue();
    assertThat(alice.press(consent, "allow").body()).contains("You have answered this already");
  }

  @Test
  void errorsOfAnImplicitRequestAreInTheFragmentToo() throws Exception {
    var denied = alice.press(alice.logIn(alice.open(implicit(SCRIPT).address())), "deny");
    assertThat(denied.address().getFragment()).contains("error=access_denied");
    var other = alice.open(implicit(App.WEB).address());
    assertThat(other.address().getFragment()).contains("error=unauthorized_client");
    var mode = alice.open(implicit(SCRIPT).with("response_mode", "query").address());
    assertThat(mode.address().getFragment()).contains("error=invalid_request");
  }

  @Test
  void theAdministratorReadsWhyTheyAreARisk() {
    var form = ADMINISTRATION.administrator().open("/admin/clients/new?type=web");
    assertThat(form.body()).contains("RFC 9700 §2.4 forbids", "RFC 9700 §2.1.2 advises against");
    var usual = Person.of(Server.shared(), "admin").loggedIn().open("/admin/clients/new?type=web");
    assertThat(usual.body()).doesNotContain("RFC 9700 §2");
  }

  private static CodeFlow implicit(App app) {
    return app.flow(SERVER)
        .with("response_type", "token")
        .with("scope", "read")
        .with("prompt", "consent")
        .without("code_challenge")
        .without("code_challenge_method");
  }

  private static Tokens tokens(String username, String password) {
    var grant = new ResourceOwnerPasswordCredentialsGrant(username, new Secret(password));
    return FORM.ask(SERVER, grant).toSuccessResponse().getTokens();
  }

  private static Answer ask(String username, String password) {
    return FORM.post(
        SERVER, "/token", "grant_type", "password", "username", username, "password", password);
  }

  private static App app(String... grants) {
    var fields = new ArrayList<String>();
    fields.addAll(List.of("name", "Risky", "type", "confidential"));
    fields.addAll(List.of("redirect_uris", App.SPA.redirectUri(), "scopes", "read write"));
    for (var grant : grants) {
      fields.addAll(List.of("grant_types", grant));
    }
    return ADMINISTRATION.register(App.SPA.redirectUri(), fields.toArray(String[]::new));
  }
}
