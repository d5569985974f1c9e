package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.config.LoginSettings;
import org.sallyport.login.remember.Remembered;
import org.sallyport.login.remember.RememberedLogins;
import org.sallyport.oauth.OAuthError;
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
import org.sallyport.web.visitor.Visitor;
import org.sallyport.web.visitor.Visitors;

class LoginsTest {

  private final String planted = Randomness.secret();
  private final String fresh = Randomness.secret();
  private final User alice = new User("alice", "", Instant.EPOCH);
  private final List<String> used = new ArrayList<>();
  private Supplier<Boolean> standing = () -> true;
  private final List<String> ended = new ArrayList<>();
  private final List<AuditEvent> events = new ArrayList<>();
  private final FakeResponse response = new FakeResponse();
  private final Logins logins =
      Injection.into(
          new Logins(),
          TestStandings.of(user -> standing.get()),
          new Cookies(TestSettings.server(TestSettings.HTTPS)),
          new SettableClock(),
          new LoginSettings(true, Duration.ofDays(30), false),
          new ClientAddress(TestSettings.server(TestSettings.HTTPS)),
          new Visitors(new ClientAddress(TestSettings.server(TestSettings.HTTPS))),
          new OneTransaction(),
          Beans.<AuditEvent>eventsInto(events),
          new RememberedLogins() {
            @Override
            public Optional<String> userId(String value) {
              return Optional.of(alice.id()).filter(id -> value.equals(planted));
            }

            @Override
            public Optional<Remembered> use(String value, Visitor visitor) {
              used.add(value);
              return Optional.empty();
            }
          },
          new Users() {
            @Override
            public Optional<User> find(String id) {
              return Optional.of(alice).filter(user -> user.id().equals(id));
            }
          },
          TestSettings.lifetimes(),
          new LoginSessions() {
            @Override
            public Optional<Login> find(String secret) {
              return Optional.empty();
            }

            @Override
            public Optional<String> start(User user, Visitor visitor) {
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
    logins.start(alice, request.build(), response.build());

    assertThat(ended).containsExactly(planted);
    assertThat(events).singleElement().isInstanceOf(AuditEvent.SignedIn.class);
    assertThat(response.cookies()).singleElement().returns(fresh, Cookie::getValue);
  }

  @Test
  void S17_whomAStoreRefusesOrCannotTellOfUsesNoCookieUp() {
    standing = () -> false;
    recall();
    standing =
        () -> {
          throw OAuthError.TEMPORARILY_UNAVAILABLE.because("the store is away");
        };
    recall();
    assertThat(used).isEmpty();
    assertThat(response.cookies()).as("the cookie is kept").isEmpty();

    standing = () -> true;
    recall();
    assertThat(used).containsExactly(planted);
  }

  private void recall() {
    var request = FakeRequest.to("/login").cookie("__Host-sallyport_remember", planted);
    assertThat(logins.recall(request.build(), response.build())).isEmpty();
  }

  @Test
  void aLogoutEndsTheSessionHereAndInTheBrowser() {
    var request = FakeRequest.to("/logout").cookie("__Host-sallyport_session", planted);
    logins.end(request.build(), response.build());

    assertThat(ended).containsExactly(planted);
    assertThat(response.cookies()).singleElement().returns(0, Cookie::getMaxAge);
  }
}
