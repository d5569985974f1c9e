package org.sallyport.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.key.Algorithm.ES256;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.config.RotationSettings;

class KeyStartTest {

  private final KeyTables tables = new KeyTables();
  private final SigningKey first = KeyTables.file(ES256);
  private final SigningKey second = KeyTables.file(ES256);

  @Test
  void anAlgorithmWithoutAFileHasAKeyOfTheServersOwnAndKeepsIt() {
    var made = tables.start(ES256);

    assertThat(made.canSign()).isTrue();
    assertThat(tables.start(ES256).kid()).isEqualTo(made.kid());
  }

  @Test
  void theFilesKeySignsFromTheFirstStartOnAndItsPrivatePartStaysInTheFile() {
    assertThat(tables.start(ES256, first)).isSameAs(first);

    var row = tables.stored.all().get(0);
    assertThat(row.isOfFile()).isTrue();
    assertThat(row.sealedKey()).isNull();
    assertThat(tables.stored.open(row).canSign()).isFalse();
  }

  @Test
  void aReplacedFileSignsAtOnceAndTheOldPublicPartIsServedOn() {
    tables.start(ES256, first);

    assertThat(tables.start(ES256, second)).isSameAs(second);

    assertThat(tables.state(first.kid())).isEqualTo(KeyState.RETIRED);
    assertThat(tables.stored.all())
        .filteredOn(row -> row.id().equals(first.kid()))
        .extracting(StoredKey::removeAt)
        .containsExactly(tables.clock.instant().plus(KeyStart.SERVED_AFTERWARDS));
    assertThat(tables.ring(second).byId()).containsKeys(first.kid(), second.kid());
    assertThat(tables.ring(second).byId().get(first.kid()).publicKey())
        .isEqualTo(first.publicKey());
  }

  @Test
  void aNodeWithTheOldFileSignsWithItStillAndKeepsItServed() {
    tables.start(ES256, first);
    tables.start(ES256, second);

    var old = tables.ring(first);

    assertThat(old.signers().get(ES256)).isSameAs(first);
    assertThat(old.refuges()).extracting(StoredKey::id).containsExactly(first.kid());
    assertThat(tables.ring(second).refuges()).isEmpty();
  }

  @Test
  void aFileThatIsTakenAwayLeavesAKeyOfTheServersOwn() {
    tables.start(ES256, first);

    var made = tables.start(ES256);

    assertThat(made.kid()).isNotEqualTo(first.kid());
    assertThat(tables.state(made.kid())).isEqualTo(KeyState.ACTIVE);
    assertThat(tables.state(first.kid())).isEqualTo(KeyState.RETIRED);
  }

  @Test
  void overAKeyOfTheServersOwnAFilesKeyIsAnnouncedFirst() {
    var made = tables.start(ES256);

    assertThat(tables.start(ES256, first).kid()).isEqualTo(made.kid());
    assertThat(tables.state(first.kid())).isEqualTo(KeyState.PUBLISHED);
    assertThat(tables.start(ES256, second).kid()).isEqualTo(made.kid());
    assertThat(tables.state(first.kid())).as("it gives way, and has signed nothing").isNull();
    assertThat(tables.state(second.kid())).isEqualTo(KeyState.PUBLISHED);
  }

  @Test
  void aWithdrawnFileIsNotUsedAgain() {
    tables.start(ES256, first);
    tables.database.transaction(
        () -> {
          tables.stored.lock(ES256).get(0).withdraw(tables.clock.instant(), null);
          return null;
        });

    var now = tables.start(ES256, first);

    assertThat(now.kid()).isNotEqualTo(first.kid());
    assertThat(tables.ring(first).byId()).doesNotContainKey(first.kid());
  }

  @Test
  void theSetIsCachedForHalfTheOverlapAtMost() {
    assertThat(tables.settings.caching()).isEqualTo(Duration.ofMinutes(5));
    var shorter = new RotationSettings(Optional.empty(), Duration.ofSeconds(8));
    assertThat(shorter.caching()).isEqualTo(Duration.ofSeconds(4));
  }
}
