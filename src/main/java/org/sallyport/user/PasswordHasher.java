package org.sallyport.user;

import static org.sallyport.oauth.OAuthError.TEMPORARILY_UNAVAILABLE;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.hash.HashFormats;
import org.sallyport.web.Crowd;

/** Hashes passwords, as many at once as there are cores; the others wait in a bounded queue. */
@ApplicationScoped
public class PasswordHasher {

  /** Characters. */
  static final int LONGEST = 1024;

  private static final int CORES = Runtime.getRuntime().availableProcessors();

  /** Made once, and not again for the proxy of this bean: it takes 19 MiB and a hash's time. */
  private static final String NOBODYS = new Argon2id().hash(Randomness.secret());

  private final BlockingQueue<Argon2id> free = idle(CORES);
  private final AtomicInteger waiting = new AtomicInteger();

  private static BlockingQueue<Argon2id> idle(int count) {
    var all = IntStream.range(0, count).mapToObj(i -> new Argon2id()).toList();
    return new ArrayBlockingQueue<>(count, true, all);
  }

  /**
   * The hash under which a password is stored.
   *
   * @throws OAuthException {@code temporarily_unavailable} when too many are hashed already
   */
  public String hash(String password) {
    return with(argon2id -> argon2id.hash(prepared(password)));
  }

  /**
   * The hash under which another system finds a password, letter by letter.
   *
   * @throws OAuthException {@code temporarily_unavailable} when too many are hashed already
   */
  public String hashExactly(String password) {
    return with(argon2id -> argon2id.hash(password));
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
    var hash = user == null || user.passwordHash() == null ? NOBODYS : user.passwordHash();
    // Bounded first, as a request is; one character of the prepared form is a few at most before
    // it.
    var bounded = password.length() <= 4 * LONGEST ? password : password.substring(0, 4 * LONGEST);
    var prepared = prepared(bounded);
    // What another system has hashed was not prepared.
    var matches = check(isOurs(hash) ? prepared : bounded, hash, HashFormats.SLOW);
    return matches && user != null && prepared.length() <= LONGEST;
  }

  /**
   * Whether a password is the one of a stored text of another system, letter by letter; costs as
   * much as one of ours where the text is no hash.
   *
   * @param hash the text or null
   * @throws OAuthException {@code temporarily_unavailable} when too many are checked already
   */
  public boolean verify(String password, String hash, HashFormats formats) {
    return check(password, hash, formats) && password.length() <= LONGEST;
  }

  private boolean check(String password, String hash, HashFormats formats) {
    var usable = password.length() <= LONGEST ? password : password.substring(0, LONGEST);
    var known = hash != null && formats.take(hash);
    var text = known ? hash : NOBODYS;
    return with(
            argon2id -> isOurs(text) ? argon2id.matches(usable, text) : formats.match(usable, text))
        && known;
  }

  /** Whether a person's hash came from another system, and should become one of ours. */
  public boolean isForeign(User user) {
    return user.hasPassword() && !isOurs(user.passwordHash());
  }

  /** Whether a hash has the costs of ours. */
  public boolean isOurs(String hash) {
    return hash.startsWith(Argon2id.OURS);
  }

  private <T> T with(Function<Argon2id, T> work) {
    var argon2id = take();
    try {
      return work.apply(argon2id);
    } finally {
      free.add(argon2id);
    }
  }

  private Argon2id take() {
    Argon2id taken = null;
    try {
      if (waiting.incrementAndGet() <= Crowd.WAITING) {
        taken = free.poll(Crowd.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting.decrementAndGet();
    }
    if (taken == null) {
      throw TEMPORARILY_UNAVAILABLE
          .because("too many logins at once, try again")
          .retryAfter(Crowd.PATIENCE);
    }
    return taken;
  }
}
