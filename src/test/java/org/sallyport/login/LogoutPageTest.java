package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.audit.AuditEvent;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.user.User;

class LogoutPageTest {

  private final TestLogins logins =
      new TestLogins().with(new User("alice", "", Instant.EPOCH), Instant.EPOCH);
  private final FakePage request = new FakePage(FakeRequest.to("/logout"));
  private final List<AuditEvent> events = new ArrayList<>();
  private final LogoutPage page =
      Injection.into(new LogoutPage(), request, logins, Beans.<AuditEvent>eventsInto(events));

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
}
