package org.sallyport.client.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.Changes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class ClientSecretsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final Changes changes =
      Injection.into(new Changes(), DATABASE.entities(), Beans.eventsInto(new ArrayList<>()));
  private final ClientSecrets secrets =
      Injection.into(new ClientSecrets(), DATABASE.entities(), changes, clock);
  private final SlowHashes hashes = new QuickHashes();
  private final HashedSecrets hashed = Injection.into(new HashedSecrets(), hashes, secrets, clock);
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
  void aNewSecretLeavesTheOneBeforeItsTime() {
    register(TestClients.confidential(client, "first"));
    add("first");
    clock.pass(Duration.ofSeconds(1));

    var second = rotate(Duration.ofDays(7)).orElseThrow();

    assertThat(alive()).hasSize(2);
    assertThat(alive().get(0).expiresAt()).hasValue(clock.instant().plus(Duration.ofDays(7)));
    assertThat(alive().get(1).digest().matches(second)).isTrue();
    assertThat(alive().get(1).expiresAt()).isEmpty();
    clock.pass(Duration.ofDays(7));
    assertThat(alive()).hasSize(1);
  }

  @Test
  void aFormThatIsSentTwiceMakesOneSecret() {
    register(TestClients.confidential(client, "first"));
    add("first");
    var shown = alive().get(0).id();
    clock.pass(Duration.ofSeconds(1));

    assertThat(rotate(shown, Duration.ZERO)).isPresent();
    var made = alive().get(0).id();
    assertThat(rotate(shown, Duration.ZERO)).isEmpty();
    assertThat(alive()).singleElement().returns(made, ClientSecret::id);
  }

  @Test
  void theRowOfANewSecretIsToldWhateverTheClocksSay() {
    register(TestClients.confidential(client, "first"));
    add("first");
    clock.pass(Duration.ofSeconds(-5));

    assertThat(rotate(Duration.ofDays(1))).isPresent();
    assertThat(alive().get(1).digest().matches("first")).isTrue();
  }

  @Test
  void aThirdSecretIsNotMade() {
    register(TestClients.confidential(client, "first"));
    add("first");
    rotate(Duration.ofDays(1));

    assertThat(rotate(Duration.ZERO)).isEmpty();
    assertThat(alive()).hasSize(2);
  }

  @Test
  void aNewSecretWithoutAnOverlapIsTheOnlyOne() {
    register(TestClients.confidential(client, "first"));
    add("first");

    var second = rotate(Duration.ZERO).orElseThrow();

    assertThat(alive()).hasSize(1).allMatch(secret -> secret.digest().matches(second));
  }

  @Test
  void noSecretIsMadeForAPublicClient() {
    register(TestClients.unprotected(client));

    assertThat(rotate(Duration.ZERO)).isEmpty();
    assertThat(alive()).isEmpty();
  }

  @Test
  void aSecretIsEndedByItsOwnClientOnly() {
    register(TestClients.confidential(client, "first"));
    add("first");
    var id = alive().get(0).id();

    assertThat(DATABASE.transaction(() -> secrets.end("another", id, "admin"))).isFalse();
    assertThat(DATABASE.transaction(() -> secrets.end(client, id, "admin"))).isTrue();
    assertThat(DATABASE.transaction(() -> secrets.end(client, id, "admin"))).isFalse();
    assertThat(alive()).isEmpty();
  }

  @Test
  void aSecretThatAnotherSystemHashedIsKeptAsItsDigestAfterItsFirstUse() {
    register(TestClients.confidential(client, "other"));
    var text = Randomness.secret();
    addHashed(text);

    assertThat(shown("wrong")).isEmpty();
    assertThat(alive().get(0).digest().matches(text)).isFalse();
    assertThat(shown(text)).isPresent();
    assertThat(alive().get(0).digest().matches(text)).isTrue();
    assertThat(alive().get(0).slowHash()).isEmpty();
  }

  @Test
  void S25_aShortSecretKeepsItsSlowHash() {
    register(TestClients.confidential(client, "other"));
    addHashed("chosen by a person");

    assertThat(shown("chosen by a person")).isPresent();
    assertThat(shown("chosen by a person")).isPresent();
    assertThat(alive().get(0).slowHash()).isPresent();
    clock.pass(Duration.ofDays(1));
    end(alive().get(0), clock.instant());
    assertThat(hashed.find(List.of(), "chosen by a person")).isEmpty();
  }

  private Optional<ClientSecret> shown(String text) {
    return DATABASE.transaction(() -> hashed.find(alive(), text));
  }

  private void addHashed(String text) {
    DATABASE.transaction(
        () -> {
          secrets.addHashed(client, hashes.hash(text));
          return null;
        });
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

  private Optional<String> rotate(Duration overlap) {
    var known = alive();
    return rotate(known.isEmpty() ? "" : known.get(known.size() - 1).id(), overlap);
  }

  private Optional<String> rotate(String newest, Duration overlap) {
    var text = Randomness.secret();
    var row = DATABASE.transaction(() -> secrets.rotate(client, newest, text, overlap, "admin"));
    return row.map(
        made -> {
          assertThat(made.digest().matches(text)).isTrue();
          assertThat(alive()).extracting(ClientSecret::id).contains(made.id());
          return text;
        });
  }

  private void register(Client registered) {
    DATABASE.transaction(
        () -> {
          DATABASE.entities().persist(registered);
          return null;
        });
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
