package org.sallyport.web;

import static org.sallyport.oauth.OAuthError.TOO_MANY_REQUESTS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.OAuthException;

/**
 * Slows down guessing: five failures of an account from one address cost 30 s, doubling; nobody is
 * kept out from elsewhere. An address that fails for many accounts waits above 100 a minute.
 */
@ApplicationScoped
public class Throttle {

  private static final int FREE_FAILURES = 5;
  private static final int FAILURES_OF_ADDRESS = 100;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final Duration WINDOW = Duration.ofMinutes(1);

  /** Longer names, which nobody has, are known by their digest, so that they fill no memory. */
  private static final int LONGEST_ACCOUNT = 300; // characters

  private record Key(String account, String network) {

    static Key of(String account, String address) {
      var bounded = account.length() > LONGEST_ACCOUNT ? Digest.of(account).value() : account;
      return new Key(bounded, networkOf(address));
    }
  }

  private record Failures(int count, Instant since, Instant blockedUntil) {}

  private final Cache<Key, Failures> pairs = cache(Duration.ofHours(1));
  private final Cache<String, Failures> addresses = cache(WINDOW);
  private final Cache<String, Failures> paces = cache(WINDOW);
  private Clock clock;

  protected Throttle() {}

  @Inject
  public Throttle(Clock clock) {
    this.clock = clock;
  }

  /**
   * Call before looking at credentials, and again when they were right: guesses sent all at once
   * pass the first time together.
   *
   * @throws OAuthException {@code too_many_requests} with the time to wait
   */
  public void check(String account, String address) {
    var now = clock.instant();
    var pair = pairs.getIfPresent(Key.of(account, address));
    if (pair != null && pair.blockedUntil.isAfter(now)) {
      throw tooMany(Duration.between(now, pair.blockedUntil));
    }
    checkAddress(address);
  }

  /**
   * Call before somebody else is asked whose account it is.
   *
   * @throws OAuthException {@code too_many_requests} where the address has failed for too many
   */
  public void checkAddress(String address) {
    var now = clock.instant();
    var all = addresses.getIfPresent(networkOf(address));
    if (all != null && all.count > FAILURES_OF_ADDRESS && all.since.plus(WINDOW).isAfter(now)) {
      throw tooMany(Duration.between(now, all.since.plus(WINDOW)));
    }
  }

  /** Forgets the failures of an account, from here, before the time when it was unlocked. */
  public void forgive(String account, String address, Instant unlockedAt) {
    pairs
        .asMap()
        .computeIfPresent(
            Key.of(account, address),
            (key, known) -> known.since.isAfter(unlockedAt) ? known : null);
  }

  /** Call after wrong credentials. */
  public void failed(String account, String address) {
    var now = clock.instant();
    pairs.asMap().compute(Key.of(account, address), (key, known) -> again(known, now));
    addresses.asMap().compute(networkOf(address), (key, known) -> next(known, now));
  }

  /** Call after right credentials: the account's failures from this address are forgotten. */
  public void succeeded(String account, String address) {
    pairs.invalidate(Key.of(account, address));
  }

  /**
   * Counts what costs something even where it succeeds.
   *
   * @throws OAuthException {@code too_many_requests} above so many a minute from one address
   */
  public void pace(String kind, String address, int most) {
    var now = clock.instant();
    var counted =
        paces.asMap().compute(kind + "\n" + networkOf(address), (key, known) -> next(known, now));
    if (counted.count > most) {
      throw tooMany(Duration.between(now, counted.since.plus(WINDOW)));
    }
  }

  private static Failures next(Failures known, Instant now) {
    return known == null || !now.isBefore(known.since.plus(WINDOW))
        ? new Failures(1, now, now)
        : new Failures(known.count + 1, known.since, now);
  }

  /** What counts as one place, RFC 6177 §2: whoever has one IPv6 address has its whole /64. */
  public static String networkOf(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      var bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static Failures again(Failures known, Instant now) {
    var count = known == null ? 1 : known.count + 1;
    if (count < FREE_FAILURES) {
      return new Failures(count, now, now);
    }
    var doublings = Math.min(count - FREE_FAILURES, 10);
    var wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return new Failures(
        count, now, now.plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait));
  }

  private static OAuthException tooMany(Duration wait) {
    return TOO_MANY_REQUESTS.because("too many failures, try again later").retryAfter(wait);
  }

  private static <K, V> Cache<K, V> cache(Duration kept) {
    return Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(kept).build();
  }
}
