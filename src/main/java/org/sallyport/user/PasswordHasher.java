package org.sallyport.user;

import static org.sallyport.oauth.OAuthError.TEMPORARILY_UNAVAILABLE;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;

/** Argon2id (RFC 9106), 19 MiB and two passes, as many at once as there are cores. */
@ApplicationScoped
public class PasswordHasher {

  /** Characters. */
  static final int LONGEST = 1024;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int WAITING = 64;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);

  private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final String nobodys = compute(Randomness.secret());

  /**
   * The hash under which a password is stored.
   *
   * @throws OAuthException {@code temporarily_unavailable} when too many are hashed already
   */
  public String hash(String password) {
    acquire();
    try {
      return compute(prepared(password));
    } finally {
      hashing.release();
    }
  }

  /**
   * One spelling for what looks the same, RFC 8265 §4.2: no keyboard decides how an accent or a
   * space is encoded.
   */
  static String prepared(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).replaceAll("\\p{Zs}", " ");
  }

  /**
   * Whether a password is the user's; costs the same when there is no user.
   *
   * @param user the user or null
   * @throws OAuthException {@code temporarily_unavailable} when too many are checked already
   */
  public boolean verify(String password, User user) {
    var hash = user == null || user.passwordHash() == null ? nobodys : user.passwordHash();
    // Bounded first, as a request is; one character of the prepared form is a few at most before
    // it.
    var bounded = password.length() <= 4 * LONGEST ? password : password.substring(0, 4 * LONGEST);
    var prepared = prepared(bounded);
    var usable = prepared.length() <= LONGEST ? prepared : prepared.substring(0, LONGEST);
    acquire();
    try {
      var matches = Password.check(usable, hash).with(Argon2Function.getInstanceFromHash(hash));
      return matches && user != null && prepared.length() <= LONGEST;
    } finally {
      hashing.release();
    }
  }

  private void acquire() {
    try {
      if (hashing.getQueueLength() < WAITING
          && hashing.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw TEMPORARILY_UNAVAILABLE
        .because("too many logins at once, try again")
        .retryAfter(LONGEST_WAIT);
  }

  private static String compute(String password) {
    return Password.hash(password).addSalt(Randomness.bytes(SALT_BYTES)).with(ARGON2ID).getResult();
  }
}
