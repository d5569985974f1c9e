package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** {@code prompt} and {@code max_age}, OpenID Connect Core 1.0 §3.1.2.1. */
class PromptIT {

  private static final Server SERVER = Server.shared();

  private final Person bob = Person.of(SERVER, "bob");

  @Test
  void noneWithoutALoginIsAnsweredLoginRequired() {
    var flow = App.SPA.flow(SERVER).with("prompt", "none");
    assertThat(flow.error(bob.open(flow.address()))).isEqualTo("login_required");
  }

  @Test
  void noneWithoutAConsentIsAnsweredConsentRequired() {
    var app = new Administration(SERVER).register("public", "Silent", App.SPA.redirectUri());
    var flow = app.flow(SERVER).with("prompt", "none");
    assertThat(flow.error(bob.loggedIn().open(flow.address()))).isEqualTo("consent_required");
  }

  @Test
  void noneWithBothIsAnsweredWithACode() {
    App.WEB.flow(SERVER).code(bob);
    var flow = App.WEB.flow(SERVER).with("prompt", "none");
    flow.tokens(flow.code(bob.open(flow.address())));
  }

  @Test
  void S02_anotherProgramOfTheDeviceGetsNothingWithoutThePersonsAnswer() {
    App.SPA.flow(SERVER).code(bob);
    var silent = App.SPA.flow(SERVER).with("prompt", "none");
    assertThat(silent.error(bob.open(silent.address()))).isEqualTo("consent_required");
    var flow = App.SPA.flow(SERVER);
    var consent = bob.open(flow.address());
    assertThat(consent.has("allow")).isTrue();
    flow.tokens(flow.code(bob.press(consent, "allow")));
  }

  @Test
  void noneWithALoginThatIsTooOldIsAnsweredLoginRequired() {
    App.SPA.flow(SERVER).code(bob);
    var flow = App.SPA.flow(SERVER).with("prompt", "none").with("max_age", "0");
    assertThat(flow.error(bob.open(flow.address()))).isEqualTo("login_required");
  }

  @Test
  void loginAsksAgainOnceAndThenGoesOn() {
    App.WEB.flow(SERVER).code(bob);
    var flow = App.WEB.flow(SERVER).with("prompt", "login");
    var login = bob.open(flow.address());
    assertThat(login.has("login")).isTrue();
    assertThat(flow.code(bob.logIn(login))).isNotEmpty();
  }

  @Test
  void aPromptForLoginIsNotServedByGoingAroundThePage() {
    App.SPA.flow(SERVER).code(bob);
    var login = bob.open(App.SPA.flow(SERVER).with("prompt", "login").address());
    var around = bob.open("/authorize?tx=" + login.value("tx"));
    assertThat(around.has("login")).isTrue();
  }

  @Test
  void aLoginOlderThanMaxAgeAsksAgainAndAYoungerOneDoesNot() {
    App.WEB.flow(SERVER).code(bob);
    assertThat(bob.open(App.WEB.flow(SERVER).with("max_age", "0").address()).has("login")).isTrue();
    var young = App.WEB.flow(SERVER).with("max_age", "3600");
    assertThat(young.code(bob.open(young.address()))).isNotEmpty();
  }

  @Test
  void consentAsksAgainOnceAndThenGoesOn() {
    App.SPA.flow(SERVER).code(bob);
    var flow = App.SPA.flow(SERVER).with("prompt", "consent");
    var consent = bob.open(flow.address());
    assertThat(consent.has("allow")).isTrue();
    assertThat(flow.code(bob.press(consent, "allow"))).isNotEmpty();
  }

  @Test
  void loginAndConsentTogetherAskForBoth() {
    App.SPA.flow(SERVER).code(bob);
    var flow = App.SPA.flow(SERVER).with("prompt", "login consent");
    var consent = bob.logIn(bob.open(flow.address()));
    assertThat(flow.code(bob.press(consent, "allow"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none login", "none consent", "always", "login none", "LOGIN"})
  void aPromptThatMeansNothingIsRefused(String prompt) {
    var flow = App.SPA.flow(SERVER).with("prompt", prompt);
    assertThat(flow.error(bob.open(flow.address()))).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "1e3", "99999999999999999999", "1.5"})
  void aMaxAgeThatIsNoNumberIsRefused(String age) {
    var flow = App.SPA.flow(SERVER).with("max_age", age);
    assertThat(flow.error(bob.open(flow.address()))).isEqualTo("invalid_request");
  }
}
