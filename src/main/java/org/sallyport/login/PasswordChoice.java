package org.sallyport.login;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.PasswordPolicy;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;
import org.sallyport.web.words.CurrentLanguage;
import org.sallyport.web.words.Words;

/** A new password, typed twice on a page: checked, and given to nobody but as its hash. */
@RequestScoped
public class PasswordChoice {

  /** The names of the two fields. */
  public static final String FIELD = "new_password";

  private static final String AGAIN = "new_password_again";
  private static final Duration LONG = Duration.ofSeconds(90);

  @Inject private CurrentPage page;
  @Inject private PasswordPolicy policy;
  @Inject private PasswordHasher hasher;

  /** What to say before anything is typed. */
  public String hint() {
    return new Words(CurrentLanguage.get()).get("password.hint", policy.shortest());
  }

  /** What is wrong with it for a person who has another one. */
  public List<Failure> failures(User user) {
    var failures = failures(user.username());
    if (failures.isEmpty() && hasher.verify(chosen(), user)) {
      failures.add(Failure.of(FIELD, "password.same"));
    }
    return failures;
  }

  /** What is wrong with it for a person of a name. */
  public List<Failure> failures(String username) {
    var failures = new ArrayList<Failure>();
    var weaknesses = policy.weaknesses(chosen(), username);
    weaknesses.forEach(w -> failures.add(Failure.of(FIELD, w.key(), policy.shortest())));
    if (weaknesses.isEmpty() && !chosen().equals(text(AGAIN))) {
      failures.add(Failure.of(AGAIN, "password.differ"));
    }
    return failures;
  }

  /**
   * Its hash.
   *
   * @throws OAuthException {@code temporarily_unavailable} under too much load
   */
  public String hash() {
    return hasher.hash(chosen());
  }

  /** The words for a password that could not be checked, or was wrong; sets the page's status. */
  public List<Failure> refused(String field, OAuthException refused) {
    var wait = refused.retryAfter();
    if (wait != null) {
      page.status(refused.status(), wait);
    }
    return switch (refused.error()) {
      case TOO_MANY_REQUESTS -> List.of(Failure.of(field, "login.throttled"), retry(field, wait));
      case TEMPORARILY_UNAVAILABLE -> List.of(Failure.of(field, "login.busy"));
      default -> List.of(Failure.of(field, "password.wrong"));
    };
  }

  /** The words for how long to wait. */
  public static Failure retry(String field, Duration wait) {
    return wait.compareTo(LONG) > 0
        ? Failure.of(field, "login.retry.minutes", wait.plusSeconds(59).toMinutes())
        : Failure.of(field, "login.retry.seconds", Math.max(1, wait.toSeconds()));
  }

  private String chosen() {
    return text(FIELD);
  }

  private String text(String name) {
    var value = page.parameter(name);
    return value == null ? "" : value;
  }
}
