package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.People;
import org.sallyport.testing.Person;
import org.sallyport.testing.RawHttp;
import org.sallyport.testing.Server;

/** A terminal signs a person in by a code, RFC 8628, spoken by a client library. */
class DeviceFlowIT {

  private static final Server SERVER = Server.shared();
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static App terminal;

  private final Person alice = Person.of(SERVER, "alice").loggedIn();

  @BeforeAll
  static void register() {
    terminal = new Administration(SERVER).register("", "name", "Terminal", "type", "device");
  }

  @Test
  void aPersonAllowsATerminalThatAskedAndItHasTokens() throws Exception {
    var codes = codes();
    assertThat(codes.getUserCode().getValue()).matches("[B-Z]{4}-[B-Z]{4}");
    assertThat(codes.getVerificationURI()).hasToString(SERVER.issuer() + "/device");
    assertThat(codes.getLifetime()).isEqualTo(600);
    assertThat(codes.getInterval()).isEqualTo(5);
    assertThat(ask(codes)).isEqualTo("authorization_pending");
    assertThat(ask(codes)).isEqualTo("slow_down");
    assertThat(alice.press(shown(codes), "allow").body()).contains("Your device is connected");

    var tokens = tokens(codes);
    assertThat(tokens.getAccessToken().getScope()).isEqualTo(Scope.parse("read"));
    assertThat(isActive(tokens.getAccessToken().getValue())).isTrue();
    var next =
        terminal.post(
            SERVER,
            "/token",
            "grant_type",
            "refresh_token",
            "refresh_token",
            tokens.getRefreshToken().getValue());
    assertThat(next.status()).isEqualTo(200);
  }

  @Test
  void thePageShowsWhoAsksForWhatWhenAndFromWhere() throws Exception {
    var page = shown(codes());
    assertThat(page.body())
        .contains("Terminal", "See your data", "127.0.0.1", "<time ", "started this yourself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%1$s-%2$s", "%1$s%2$s", "%1$s %2$s", " %1$s - %2$s "})
  void theCodeIsTypedInAnyForm(String form) throws Exception {
    var code = codes().getUserCode().getValue().toLowerCase(Locale.ROOT).split("-");
    var typed = form.formatted(code[0], code[1]);
    var page = alice.press(alice.open("/device"), "look", "user_code", typed);
    assertThat(page.has("allow")).isTrue();
  }

  @Test
  void S10_theCompleteAddressAllowsNothingByItself() throws Exception {
    var codes = codes();
    var page = alice.open(codes.getVerificationURIComplete().toString());
    assertThat(page.has("allow")).isTrue();
    assertThat(page.has("deny")).isTrue();
    assertThat(ask(codes)).isEqualTo("authorization_pending");
  }

  @Test
  void whoIsNotLoggedInLogsInAndComesBackToTheDevice() throws Exception {
    var bob = Person.of(SERVER, "bob");
    var codes = codes();
    var login = bob.open(codes.getVerificationURIComplete().toString());
    var page = bob.logIn(login);
    assertThat(page.value("user_code")).isEqualTo(codes.getUserCode().getValue());
    assertThat(bob.press(page, "allow").body()).contains("Your device is connected");
  }

  @Test
  void notYouLetsAnotherPersonAnswer() throws Exception {
    var codes = codes();
    var login = alice.press(shown(codes), "switch");
    var bobs = alice.press(login, "login", "username", "bob", "password", "bob-in-demo-land");
    assertThat(bobs.body()).contains("<strong>bob</strong>");
  }

  @Test
  void whoDeniesTurnsTheDeviceAway() throws Exception {
    var codes = codes();
    assertThat(alice.press(shown(codes), "deny").body()).contains("The device was turned away");
    var answer = ask(codes.getDeviceCode().getValue());
    assertThat(answer.error()).isEqualTo("access_denied");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(shown(codes).has("deny")).isTrue();
  }

  @Test
  void inTwoTabsTheFirstAnswerCounts() throws Exception {
    var codes = codes();
    var first = shown(codes);
    var second = shown(codes);
    alice.press(first, "deny");
    assertThat(alice.press(second, "allow").body()).contains("This code is not valid");
    assertThat(ask(codes)).isEqualTo("access_denied");
    assertThat(alice.press(second, "deny").body()).contains("The device was turned away");
  }

  @Test
  void S08_aDeviceCodeIsRedeemedOnceAndItsReplayEndsTheGrant() throws Exception {
    var codes = codes();
    alice.press(shown(codes), "allow");
    var tokens = tokens(codes);
    assertThat(ask(codes)).isEqualTo("invalid_grant");
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
  }

  @Test
  void anotherClientGetsNothingForACode() throws Exception {
    var codes = codes();
    alice.press(shown(codes), "allow");
    var other = new Administration(SERVER).register("", "name", "Other", "type", "device");
    var stolen =
        other.post(
            SERVER, "/token", "grant_type", GRANT, "device_code", codes.getDeviceCode().getValue());
    assertThat(stolen.error()).isEqualTo("invalid_grant");
    assertThat(tokens(codes).getAccessToken()).isNotNull();
  }

  @Test
  void S10_aFormOfAnotherDeviceOrLoginAllowsNothing() throws Exception {
    var codes = codes();
    var other = shown(codes()).value("csrf");
    var page = alice.press(shown(codes), "allow", "csrf", other);
    assertThat(page.has("allow")).isTrue();
    assertThat(ask(codes)).isEqualTo("authorization_pending");
    assertThat(alice.press(alice.open("/device"), "look", "csrf", "forged").body())
        .contains("Error: ");
  }

  @Test
  void S20_aThousandWrongCodesAreStoppedAndTheRightOneWorksFromElsewhere() throws Exception {
    var made = new People(SERVER).person("guesser-" + UUID.randomUUID());
    var guesser = made.person().loggedIn();
    var page = guesser.open("/device");
    var wrong = 0;
    for (var i = 0; i < 1000; i++) {
      wrong += guesser.press(page, "look", "user_code", "BBBB-BBBB").status() == 200 ? 1 : 0;
    }
    assertThat(wrong).isEqualTo(5);
    var codes = codes();
    var refused = guesser.open("/device?user_code=" + codes.getUserCode());
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.answer().header("Retry-After")).matches("\\d+");
    assertThat(refused.body()).contains("There were too many wrong codes");
    var cookies =
        guesser.cookies().entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    var elsewhere =
        new RawHttp(SERVER, "127.0.0.9")
            .send(
                "GET /device?user_code=" + codes.getUserCode() + " HTTP/1.1\r\nCookie: " + cookies,
                new byte[0]);
    assertThat(elsewhere).contains("name=\"allow\"");
  }

  @Test
  void onlyAClientWithTheGrantThatProvesItselfIsGivenCodes() {
    var answer = App.MACHINE.post(SERVER, "/device_authorization");
    assertThat(answer.error()).isEqualTo("unauthorized_client");
    var wrong = App.confidential(App.MACHINE.id(), "wrong").post(SERVER, "/device_authorization");
    assertThat(wrong.error()).isEqualTo("invalid_client");
    var scope = terminal.post(SERVER, "/device_authorization", "scope", "unheard-of");
    assertThat(scope.error()).isEqualTo("invalid_scope");
    var target = terminal.post(SERVER, "/device_authorization", "resource", "https://evil.example");
    assertThat(target.error()).isEqualTo("invalid_target");
  }

  @Test
  void theMetadataNameTheEndpointAndTheGrant() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getDeviceAuthorizationEndpointURI())
        .hasToString(SERVER.issuer() + "/device_authorization");
    assertThat(metadata.getGrantTypes()).anyMatch(type -> type.getValue().equals(GRANT));
  }

  private Page shown(DeviceAuthorizationSuccessResponse codes) {
    return alice.open(codes.getVerificationURIComplete().toString());
  }

  private static DeviceAuthorizationSuccessResponse codes() throws IOException, ParseException {
    var request =
        new DeviceAuthorizationRequest.Builder(new ClientID(terminal.id()))
            .endpointURI(SERVER.issuer().resolve("/device_authorization"))
            .scope(Scope.parse("read"))
            .build();
    return DeviceAuthorizationResponse.parse(request.toHTTPRequest().send()).toSuccessResponse();
  }

  private static String ask(DeviceAuthorizationSuccessResponse codes) {
    return terminal
        .ask(SERVER, new DeviceCodeGrant(codes.getDeviceCode()))
        .toErrorResponse()
        .getErrorObject()
        .getCode();
  }

  private static Answer ask(String code) {
    return terminal.post(SERVER, "/token", "grant_type", GRANT, "device_code", code);
  }

  private static Tokens tokens(DeviceAuthorizationSuccessResponse codes) {
    return terminal
        .ask(SERVER, new DeviceCodeGrant(codes.getDeviceCode()))
        .toSuccessResponse()
        .getTokens();
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
