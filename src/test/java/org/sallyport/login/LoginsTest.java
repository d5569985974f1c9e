package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.OneTransaction;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.user.store.TestStandings;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.Cookies;

class LoginsTest {

  private final String planted = Randomness.secret();
  private final String fresh = Randomness.secret();
  private final List<String> ended = new ArrayList<>();
  private final List<AuditEvent> events = new ArrayList<>();
  private final FakeResponse response = new FakeResponse();
  private final Logins logins =
      Injection.into(
          new Logins(),
          TestStandings.allGood(),
          new Cookies(TestSettings.server(TestSettings.HTTPS)),
          new SettableClock(),
          new LoginSettings(true, Duration.ofDays(30), false),
          new ClientAddress(TestSettings.server(TestSettings.HTTPS)),
          new OneTransaction(),
          Beans.<AuditEvent>eventsInto(events),
          new RememberedLogins(),
          new Users(),
          new LoginSessions() {
            @Override
            public Optional<String> start(User user) {
              return Optional.of(fresh);
            }

            @Override
            public void end(String secret) {
              ended.add(secret);
            }
          });

  @Test
  void S10_aLoginStartsANewSessionAndEndsTheOldOne() {
    var request = FakeRequest.to("/login").cookie("__Host-sallyport_session", planted);
    var alice = new User("alice", "", Instant.EPOCH);
    logins.start(alice, request.build(), response.build());

    assertThat(ended).containsExactly(planted);
    assertThat(events).singleElement().isInstanceOf(AuditEvent.SignedIn.class);
    assertThat(response.cookies()).singleElement().returns(fresh, Cookie::getValue);
  }

  @Test
  void aLogoutEndsTheSessionHereAndInTheBrowser() {
    var request = FakeRequest.to("/logout").cookie("__Host-sallyport_session", planted);
    logins.end(request.build(), response.build());

    assertThat(ended).containsExactly(planted);
    assertThat(response.cookies()).singleElement().returns(0, Cookie::getMaxAge);
  }
}
