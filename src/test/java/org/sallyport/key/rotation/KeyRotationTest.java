package org.sallyport.key.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.key.Algorithm.ES256;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.key.KeyStart;
import org.sallyport.key.KeyState;
import org.sallyport.key.KeyTables;
import org.sallyport.key.StoredKey;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;

class KeyRotationTest {

  private final KeyTables tables = new KeyTables();
  private final KeyRotation rotation =
      Injection.into(
          new KeyRotation(),
          tables.stored,
          tables.settings,
          tables.changes,
          Beans.eventsInto(tables.events),
          tables.clock);
  private String first;

  @BeforeEach
  void start() {
    first = tables.start(ES256).kid();
  }

  private void step(Runnable work) {
    tables.database.transaction(
        () -> {
          work.run();
          return null;
        });
  }

  private void pass(Duration time) {
    tables.clock.pass(time);
    step(() -> rotation.promote(ES256));
    step(() -> rotation.clear(ES256));
    step(() -> rotation.announceDue(ES256));
  }

  private String in(KeyState state) {
    tables.database.entities().clear();
    return tables.stored.all().stream()
        .filter(row -> row.state() == state)
        .map(StoredKey::id)
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }

  @Test
  void aNewKeyIsServedBeforeItSignsAndTheOldOneAfterwards() {
    step(() -> rotation.announce(ES256, "admin"));
    var next = in(KeyState.PUBLISHED);

    pass(tables.settings.overlap().minusMillis(1));
    assertThat(in(KeyState.ACTIVE)).isEqualTo(first);

    pass(Duration.ofMillis(1));
    assertThat(in(KeyState.ACTIVE)).isEqualTo(next);
    assertThat(in(KeyState.RETIRED)).isEqualTo(first);

    pass(KeyStart.SERVED_AFTERWARDS.minusMillis(1));
    assertThat(in(KeyState.RETIRED)).isEqualTo(first);

    pass(Duration.ofMillis(1));
    assertThat(tables.state(first)).isNull();
    assertThat(tables.events)
        .containsExactly(
            new AuditEvent.KeyPublished(next, "ES256", "admin"),
            new AuditEvent.KeyActivated(next, "ES256", first),
            new AuditEvent.KeyRemoved(first, "ES256"));
  }

  @Test
  void whileAKeyWaitsNoOtherIsAnnounced() {
    step(() -> assertThat(rotation.announce(ES256, "admin")).isTrue());
    step(() -> assertThat(rotation.announce(ES256, "admin")).isFalse());
  }

  @Test
  void theScheduleAnnouncesInTimeAndOnce() {
    pass(Duration.ofDays(90).minus(tables.settings.overlap()).minusMillis(1));
    assertThat(in(KeyState.PUBLISHED)).isEmpty();

    pass(Duration.ofMillis(1));
    pass(Duration.ofMinutes(5));
    var next = in(KeyState.PUBLISHED);
    assertThat(next).isNotEmpty().doesNotContain(" ");

    pass(Duration.ofMinutes(5));
    assertThat(in(KeyState.ACTIVE)).isEqualTo(next);
  }

  @Test
  void anEmergencyWithdrawsWhatSignsAndWhatWouldAndForgetsItsPrivatePart() {
    step(() -> rotation.announce(ES256, "admin"));
    var next = in(KeyState.PUBLISHED);

    step(() -> assertThat(rotation.replace(ES256, next, "admin")).isFalse());
    step(() -> assertThat(rotation.replace(ES256, first, "admin")).isTrue());

    assertThat(in(KeyState.ACTIVE)).isNotEmpty().isNotIn(first, next);
    assertThat(in(KeyState.WITHDRAWN).split(" ")).containsExactlyInAnyOrder(first, next);
    var withdrawn = tables.stored.all().stream().filter(row -> row.id().equals(first));
    assertThat(withdrawn.map(row -> tables.stored.open(row).privateKey())).containsOnlyNulls();
    assertThat(tables.events).contains(new AuditEvent.KeyWithdrawn(first, "ES256", "admin"));
  }

  @Test
  void aRetiredKeyCanBeWithdrawnAndTheActiveOneNotSo() {
    step(() -> rotation.announce(ES256, "admin"));
    pass(tables.settings.overlap());

    step(() -> assertThat(rotation.withdraw(ES256, in(KeyState.ACTIVE), "admin")).isFalse());
    step(() -> assertThat(rotation.withdraw(ES256, first, "admin")).isTrue());

    assertThat(tables.state(first)).isEqualTo(KeyState.WITHDRAWN);
  }
}
