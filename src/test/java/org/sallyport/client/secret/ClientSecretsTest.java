package org.sallyport.client.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class ClientSecretsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final ClientSecrets secrets =
      Injection.into(new ClientSecrets(), DATABASE.entities(), clock);
  private final SecretUses uses = new SecretUses();
  private final String client = "app " + Randomness.name();

  @Test
  void theLivingSecretsOfAClientAreFoundTheOldestFirst() {
    add("first");
    clock.pass(Duration.ofDays(1));
    add("second");

    assertThat(alive())
        .extracting(secret -> secret.digest().matches("first"))
        .containsExactly(true, false);
    assertThat(secrets.alive("another " + client)).isEmpty();
  }

  @Test
  void aSecretThatHasEndedIsNotFound() {
    add("first");
    end(alive().get(0), clock.instant().plusSeconds(1));

    assertThat(alive()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(alive()).isEmpty();
  }

  @Test
  void theTimerWritesDownTheLastUseOnce() {
    add("first");
    var id = alive().get(0).id();
    uses.note(id, clock.instant());
    clock.pass(Duration.ofSeconds(5));
    uses.note(id, clock.instant());

    runTimer();

    assertThat(alive().get(0).lastUsed()).hasValue(clock.instant());
    assertThat(uses.all()).isEmpty();
  }

  @Test
  void anEarlierUseSeenByAnotherNodeDoesNotReplaceALaterOne() {
    add("first");
    var id = alive().get(0).id();
    uses.note(id, clock.instant());
    runTimer();
    uses.note(id, clock.instant().minusSeconds(5));

    runTimer();

    assertThat(alive().get(0).lastUsed()).hasValue(clock.instant());
  }

  @Test
  void aUseThatCameWhileAnotherWasWrittenIsKept() {
    uses.note("id", clock.instant().plusSeconds(1));
    uses.forget("id", clock.instant());

    assertThat(uses.find("id")).isPresent();
  }

  @Test
  void aSecretDoesNotPrintItsDigest() {
    add("first");

    assertThat(alive().get(0).toString()).isEqualTo(alive().get(0).id());
  }

  private void runTimer() {
    var timer = Injection.into(new SecretUseTimer(), uses, secrets);
    DATABASE.transaction(
        () -> {
          timer.run();
          return null;
        });
  }

  private void add(String text) {
    DATABASE.transaction(
        () -> {
          secrets.add(client, text);
          return null;
        });
  }

  private void end(ClientSecret secret, Instant time) {
    DATABASE.transaction(
        () ->
            Injection.set(
                DATABASE.entities().find(ClientSecret.class, secret.id()), "expiresAt", time));
  }

  private List<ClientSecret> alive() {
    return secrets.alive(client);
  }
}
