package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.user.OneTimeLink.Purpose.PASSWORD_RESET;
import static org.sallyport.user.OneTimeLink.Purpose.SETUP;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Digest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class OneTimeLinksTest {

  private static final Duration DAY = Duration.ofHours(24);

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = new SettableClock();
  private final OneTimeLinks links = Injection.into(new OneTimeLinks(), database.entities(), clock);
  private final String alice = UUID.randomUUID().toString();

  private String reset(String user) {
    return database.transaction(() -> links.make(PASSWORD_RESET, user, DAY));
  }

  private Optional<String> consumed(OneTimeLink.Purpose purpose, String token) {
    return database.transaction(() -> links.consume(purpose, token)).flatMap(OneTimeLink::userId);
  }

  private boolean works(String token) {
    return database.transaction(() -> links.find(PASSWORD_RESET, token)).isPresent();
  }

  @Test
  void S08_aLinkWorksOnceForItsPerson() {
    var token = reset(alice);

    assertThat(works(token)).as("looking does not use it up").isTrue();
    assertThat(consumed(PASSWORD_RESET, token)).contains(alice);
    assertThat(consumed(PASSWORD_RESET, token)).isEmpty();
    assertThat(works(token)).isFalse();
  }

  @Test
  void aNewLinkEndsTheEarlierOnesOfItsPersonOnly() {
    var others = reset(UUID.randomUUID().toString());
    var first = reset(alice);
    var second = reset(alice);

    assertThat(works(first)).isFalse();
    assertThat(works(second)).isTrue();
    assertThat(works(others)).isTrue();
  }

  @Test
  void aLinkEndsAfterItsTime() {
    var token = reset(alice);
    clock.pass(DAY);

    assertThat(works(token)).isFalse();
    assertThat(consumed(PASSWORD_RESET, token)).isEmpty();
  }

  @Test
  void aLinkIsForOnePurpose() {
    var token = database.transaction(() -> links.make(SETUP, DAY));

    assertThat(works(token)).isFalse();
    assertThat(consumed(PASSWORD_RESET, token)).isEmpty();
    assertThat(database.transaction(() -> links.consume(SETUP, token))).isPresent();
  }

  @Test
  void S25_theDatabaseKnowsADigestOnly() {
    var token = reset(alice);
    var row =
        database.transaction(
            () -> database.entities().find(OneTimeLink.class, Digest.of(token).value()));

    assertThat(token).matches("[0-9A-Za-z]{64}");
    assertThat(row).isNotNull();
  }

  @Test
  void withAPersonsAccessTheLinksEnd() {
    var token = reset(alice);
    database.transaction(
        () -> {
          links.forget(new AccessEnded(alice));
          return null;
        });

    assertThat(works(token)).isFalse();
  }
}
