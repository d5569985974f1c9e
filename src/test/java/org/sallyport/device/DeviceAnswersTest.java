package org.sallyport.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.TestClients;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.consent.Question;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.TestGrants;
import org.sallyport.user.User;

class DeviceAnswersTest {

  private static final ClientLifetimes OWN =
      new ClientLifetimes(
          Optional.empty(), Optional.empty(), Optional.of(Duration.ofDays(3)), Optional.empty());

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(MemoryDatabase.shared(), clock);
  private final TestDevices devices = new TestDevices(MemoryDatabase.shared(), grants, clock);
  private final List<AuditEvent> events = new ArrayList<>();
  private final DeviceAnswers answers =
      Injection.into(
          new DeviceAnswers(),
          devices,
          TestSettings.lifetimes(),
          Beans.<AuditEvent>eventsInto(events),
          clock);

  @Test
  void whatIsAllowedEndsAsTheClientSays() {
    var options =
        new ClientOptions(RedirectRules.STRICT, false, false, false, ResponseProfile.NONE, OWN);
    var wanted = TestClients.wanted("tv " + Randomness.name()).withOptions(options);
    var client = TestClients.of(wanted, Optional.empty());
    var device = devices.row(devices.waiting(client, grants.authorization(client)));
    var user = new User("user " + Randomness.name(), "no hash", clock.instant());
    grants.save(user);
    var logins = new TestLogins().with(user, clock.instant());
    var login = logins.current(FakeRequest.to("/device").build()).orElseThrow();
    var read = Scopes.of("read");
    var shown = new ShownDevice(device, client, new Question(read, new ScopeCatalogue()));

    assertThat(answers.allow(shown, login, read)).isTrue();
    assertThat(grants.find(device.id()).orElseThrow().grant().expiresAt())
        .isEqualTo(clock.instant().plus(Duration.ofDays(3)));
    assertThat(events).hasSize(1);
  }
}
