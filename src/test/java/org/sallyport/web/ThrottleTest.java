package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.testing.SettableClock;

class ThrottleTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.9";

  private final SettableClock clock = new SettableClock();
  private final Throttle throttle = new Throttle(clock);

  @Test
  void fourFailuresCostNothing() {
    fail("alice", HERE, 4);

    assertFree("alice", HERE);
  }

  @Test
  void fiveFailuresCostThirtySeconds() {
    fail("alice", HERE, 5);

    assertThat(waitOf("alice", HERE)).hasSeconds(30);
    clock.pass(Duration.ofSeconds(29));
    assertThat(waitOf("alice", HERE)).hasSeconds(1);
    clock.pass(Duration.ofSeconds(1));
    assertFree("alice", HERE);
  }

  @Test
  void eachFurtherFailureDoublesTheWaitUpToAQuarterOfAnHour() {
    fail("alice", HERE, 5);
    for (var seconds : new int[] {60, 120, 240, 480, 900, 900}) {
      fail("alice", HERE, 1);
      assertThat(waitOf("alice", HERE)).hasSeconds(seconds);
    }
  }

  @Test
  void manyFailuresNeverOverflowTheWait() {
    fail("alice", HERE, 500);

    assertThat(waitOf("alice", HERE)).hasMinutes(15);
  }

  @Test
  void nobodyIsKeptOutFromElsewhere() {
    fail("alice", HERE, 50);

    assertFree("alice", ELSEWHERE);
  }

  @Test
  void anotherAccountIsFreeAtTheSameAddress() {
    fail("alice", HERE, 50);

    assertFree("bob", HERE);
  }

  @Test
  void rightCredentialsForgiveThisAddressOnly() {
    fail("alice", HERE, 4);
    fail("alice", ELSEWHERE, 4);
    throttle.succeeded("alice", HERE);
    fail("alice", HERE, 4);
    fail("alice", ELSEWHERE, 1);

    assertFree("alice", HERE);
    assertThat(waitOf("alice", ELSEWHERE)).hasSeconds(30);
  }

  @Test
  void unlockingForgivesWhatWasBeforeItOnly() {
    fail("alice", HERE, 5);
    throttle.forgive("alice", HERE, clock.instant().minusMillis(1));
    assertThat(waitOf("alice", HERE)).as("unlocked before the last failure").hasSeconds(30);
    throttle.forgive("bob", HERE, clock.instant());
    assertThat(waitOf("alice", HERE)).as("somebody else").hasSeconds(30);
    throttle.forgive("alice", HERE, clock.instant());
    assertFree("alice", HERE);
    clock.pass(Duration.ofSeconds(1));
    fail("alice", HERE, 4);
    assertFree("alice", HERE);
  }

  @Test
  void anAddressThatFailsForManyAccountsWaitsAboveAHundredAMinute() {
    IntStream.range(0, 100).forEach(i -> fail("user " + i, HERE, 1));
    assertFree("somebody", HERE);
    fail("user 100", HERE, 1);

    assertThat(waitOf("somebody", HERE)).hasMinutes(1);
    assertFree("somebody", ELSEWHERE);
    clock.pass(Duration.ofSeconds(61));
    assertFree("somebody", HERE);
  }

  @Test
  void aHundredFailuresOverLongerThanAMinuteCostNothing() {
    IntStream.range(0, 60).forEach(i -> fail("user " + i, HERE, 1));
    clock.pass(Duration.ofSeconds(61));
    IntStream.range(60, 120).forEach(i -> fail("user " + i, HERE, 1));

    assertFree("somebody", HERE);
  }

  @Test
  void rightCredentialsDoNotForgiveAnAddressThatGuesses() {
    IntStream.range(0, 101).forEach(i -> fail("user " + i, HERE, 1));
    throttle.succeeded("own account", HERE);

    assertThat(waitOf("somebody", HERE)).isPositive();
  }

  @Test
  void failuresAtTheSameTimeAreAllCounted() throws Exception {
    var threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Void> failure =
          () -> {
            throttle.failed("alice", HERE);
            return null;
          };
      for (var done : threads.invokeAll(java.util.Collections.nCopies(9, failure))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(waitOf("alice", HERE)).hasSeconds(480);
  }

  private void fail(String account, String address, int times) {
    IntStream.range(0, times).forEach(i -> throttle.failed(account, address));
  }

  private void assertFree(String account, String address) {
    assertThatCode(() -> throttle.check(account, address)).doesNotThrowAnyException();
  }

  private Duration waitOf(String account, String address) {
    var refused =
        catchThrowableOfType(OAuthException.class, () -> throttle.check(account, address));
    assertThat(refused.error()).isEqualTo(OAuthError.TOO_MANY_REQUESTS);
    return refused.retryAfter();
  }
}
