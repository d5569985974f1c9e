package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.GrantsByUser;
import org.sallyport.user.User;

class LogoutPageTest {

  private final TestLogins logins =
      new TestLogins().with(new User("alice", "", Instant.EPOCH), Instant.EPOCH);
  private final FakePage request = new FakePage(FakeRequest.to("/logout"));
  private final List<AuditEvent> events = new ArrayList<>();
  private final List<String> revoked = new ArrayList<>();
  private final LogoutPage page = page(false, logins);

  private LogoutPage page(boolean trustedEnd, Logins browser) {
    return Injection.into(
        new LogoutPage(),
        request,
        browser,
        new LoginSettings(true, Duration.ofDays(30), trustedEnd),
        TestSettings.server(TestSettings.HTTPS),
        new GrantsByUser() {
          @Override
          public int revokeTrusted(String userId, String sessionId) {
            revoked.add(userId);
            return 1;
          }
        },
        Beans.<AuditEvent>eventsInto(events));
  }

  @Test
  void connectionsOfTrustedClientsEndWhereThatIsSet() {
    var user = logins.current(null).orElseThrow().user();
    var strict = page(true, logins);
    request.with("csrf", strict.getCsrf());
    strict.logout();

    assertThat(revoked).containsExactly(user.id());
  }

  @Test
  void connectionsStayOtherwise() {
    request.with("csrf", page.getCsrf());
    page.logout();

    assertThat(page.isDone()).isTrue();
    assertThat(revoked).isEmpty();
  }

  @Test
  void theFormOfThePageLogsOut() {
    request.with("csrf", page.getCsrf());
    page.logout();

    assertThat(page.isDone()).isTrue();
    assertThat(logins.current(null)).isEmpty();
    assertThat(events).hasSize(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "forged"})
  void S10_noOtherFormLogsAnyoneOut(String csrf) {
    request.with("csrf", csrf);
    page.logout();

    assertThat(page.isDone()).isFalse();
    assertThat(logins.current(null)).isPresent();
    assertThat(events).isEmpty();
  }

  @Test
  void whatABrowserHasEndsWhereNobodySeemsToBeHere() {
    var ended = new ArrayList<String>();
    var away =
        new Logins() {
          @Override
          public Optional<Login> current(HttpServletRequest sent) {
            return Optional.empty();
          }

          @Override
          public Optional<String> secret(HttpServletRequest sent) {
            return Optional.of("secret");
          }

          @Override
          public void end(HttpServletRequest sent, HttpServletResponse answer) {
            ended.add("cookies");
          }
        };
    var late = page(false, away);
    request.with("csrf", late.getCsrf());
    late.logout();

    assertThat(ended).containsExactly("cookies");
    assertThat(late.isDone()).isTrue();
  }
}
