package org.sallyport.audit.trail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.config.AuditSettings;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.web.ClientAddress;

class AuditTrailTest {

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = new SettableClock();
  private final AuditTrail trail =
      Injection.into(
          new AuditTrail(),
          database.entities(),
          Beans.<HttpServletRequest>of(),
          new ClientAddress(TestSettings.server(TestSettings.HTTPS)),
          new AuditSettings(Duration.ofDays(400)),
          clock);
  private final KeptEvents kept = Injection.into(new KeptEvents(), trail);

  @BeforeEach
  void empty() {
    database.transaction(
        () -> database.entities().createQuery("DELETE FROM AuditRow r").executeUpdate());
  }

  private void add(AuditEvent event) {
    database.transaction(
        () -> {
          kept.keep(event);
          return null;
        });
  }

  private long count() {
    return database
        .entities()
        .createQuery("SELECT COUNT(r) FROM AuditRow r", Long.class)
        .getSingleResult();
  }

  private AuditRow only() {
    return database
        .entities()
        .createQuery("SELECT r FROM AuditRow r", AuditRow.class)
        .getSingleResult();
  }

  @Test
  void anEventIsARowWithItsPartsInTheirColumns() {
    var difference =
        Difference.between(Map.of("name", "A", "same", 1), Map.of("name", "B", "same", 1));
    add(new AuditEvent.ClientChanged("client-1", difference, "admin-1"));

    var row = only();
    assertThat(row.kind()).isEqualTo("ClientChanged");
    assertThat(row.happenedAt()).isEqualTo(clock.instant());
    assertThat(row.actorId()).isEqualTo("admin-1");
    assertThat(row.clientId()).isEqualTo("client-1");
    assertThat(row.userId()).isNull();
    assertThat(row.detail()).isEqualTo("{\"before\":{\"name\":\"A\"},\"after\":{\"name\":\"B\"}}");
  }

  @Test
  void whoDoesSomethingToThemselvesActsAndWhoIsGuessedDoesNot() {
    add(new AuditEvent.SignedIn("alice-1", "192.0.2.1"));
    assertThat(only().actorId()).isEqualTo("alice-1");
    assertThat(only().address()).isEqualTo("192.0.2.1");
    empty();

    add(new AuditEvent.LoginFailed("alice-1", "192.0.2.1", "wrong password"));
    assertThat(only().actorId()).isNull();
    assertThat(only().userId()).isEqualTo("alice-1");
    empty();

    add(new AuditEvent.LoginFailed("-", "192.0.2.1", "unknown"));
    assertThat(only().userId()).isNull();
  }

  @Test
  void whatStrangersCouldWriteAtWillIsNotKept() {
    add(new AuditEvent.ClientAuthenticationFailed("client-1", "::1", "unknown"));
    assertThat(count()).isZero();
  }

  @Test
  void aLongChangeIsCutAndStaysReadable() {
    var fields = Map.of("one", "x".repeat(9000), "two", "y\"\u0001".repeat(9000));
    add(new AuditEvent.ScopeChanged("s", Difference.between(Map.of(), fields), "admin-1"));

    assertThat(only().detail()).hasSizeLessThanOrEqualTo(8000).contains("xxx", "…");
  }

  @Test
  void rowsGoWhenTheirTimeIsOverInBatches() {
    database.transaction(
        () -> {
          IntStream.range(0, 501).forEach(n -> trail.add(new AuditEvent.LoggedOut("alice-1")));
          return null;
        });
    clock.pass(Duration.ofDays(400));
    add(new AuditEvent.LoggedOut("bob-1"));
    assertThat(database.transaction(trail::deleteOld)).isFalse();
    assertThat(count()).isEqualTo(502);

    clock.pass(Duration.ofMillis(1));
    assertThat(database.transaction(trail::deleteOld)).isTrue();
    assertThat(database.transaction(trail::deleteOld)).isFalse();
    assertThat(only().actorId()).isEqualTo("bob-1");
  }
}
