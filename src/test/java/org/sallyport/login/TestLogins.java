package org.sallyport.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.User;

/** Who is logged in with the one browser of a test. */
public final class TestLogins extends Logins {

  private final String secret = Randomness.secret();
  private Login login;

  /** Logs a person in. */
  public TestLogins with(User user, Instant now) {
    var session = new LoginSession(Digest.of(secret), user.id(), now, now.plusSeconds(3600));
    login = new Login(session, user);
    return this;
  }

  @Override
  public Optional<Login> current(HttpServletRequest request) {
    return Optional.ofNullable(login);
  }

  @Override
  public Optional<Login> recall(HttpServletRequest request, HttpServletResponse response) {
    return current(request);
  }

  @Override
  public Optional<String> secret(HttpServletRequest request) {
    return Optional.ofNullable(login).map(known -> secret);
  }

  @Override
  public boolean start(User user, HttpServletRequest request, HttpServletResponse response) {
    with(user, Instant.EPOCH);
    return true;
  }

  @Override
  public void end(HttpServletRequest request, HttpServletResponse response) {
    login = null;
  }
}
