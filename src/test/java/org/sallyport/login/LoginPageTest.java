package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Clients;
import org.sallyport.config.LoginSettings;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.User;
import org.sallyport.web.ClientAddress;

class LoginPageTest {

  private final SettableClock clock = new SettableClock();
  private final Flows flows = TestFlows.make();
  private final TestLogins logins = new TestLogins();
  private final FakePage request =
      new FakePage(FakeRequest.to("/login").cookie("sallyport_browser", Randomness.secret()));
  private final Flow flow =
      Flow.of("/authorize", FormDecoder.parse("client_id=app"), clock.instant());
  private final String tx = flows.seal(flow, request.request(), new FakeResponse().build());
  private final String csrf = flows.csrf("/login", flow, request.request());
  private final PasswordLogin passwords =
      new PasswordLogin() {
        @Override
        public User authenticate(String username, String password, String address) {
          if (!password.equals("right")) {
            throw OAuthError.ACCESS_DENIED.because("login failed");
          }
          return new User(username, "", Instant.EPOCH);
        }
      };
  private final LoginPage page =
      Injection.into(
          new LoginPage(),
          request,
          flows,
          logins,
          passwords,
          new Clients(),
          new LoginSettings(true, Duration.ofDays(30), false),
          new ClientAddress(TestSettings.server(TestSettings.LOOPBACK)),
          clock);

  @Test
  void theRightPasswordGoesOnWithTheFlow() {
    send(tx, csrf, "right");

    assertThat(logins.current(null)).get().returns("alice", login -> login.user().username());
    assertThat(request.next()).startsWith("/authorize?tx=");
  }

  @Test
  void aWrongPasswordStays() {
    send(tx, csrf, "wrong");

    assertThat(page.getFailure()).isEqualTo("login.failed");
    assertNobody();
  }

  @Test
  void S10_aFormWithoutItsTokenLogsNobodyIn() {
    send(tx, null, "right");
    assertNobody();
    send(tx, flows.csrf("/consent", flow, request.request()), "right");
    assertNobody();
    assertThat(page.getFailure()).isEqualTo("page.expired");
  }

  @Test
  void S10_aFormWithoutItsFlowLogsNobodyIn() {
    send(null, csrf, "right");

    assertThat(request.problem()).isEqualTo(ExpiredFlow.PROBLEM);
    assertNobody();
  }

  @Test
  void anOldFormIsShownAgain() {
    clock.pass(Duration.ofHours(2));
    send(tx, csrf, "right");

    assertThat(page.getFailure()).isEqualTo("page.expired");
    assertNobody();
  }

  private void send(String sentTx, String sentCsrf, String password) {
    request.with("tx", sentTx).with("csrf", sentCsrf);
    request.with("username", "alice").with("password", password);
    page.login();
  }

  private void assertNobody() {
    assertThat(logins.current(null)).isEmpty();
    assertThat(request.next()).isNull();
  }
}
