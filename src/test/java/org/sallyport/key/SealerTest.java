package org.sallyport.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;

class SealerTest {

  private static final String OLD = "the old key, which is long enough for it";
  private static final String NEW = "the new key, which is long enough for it";
  private static final byte[] PLAIN = "a secret".getBytes(UTF_8);

  private static Sealer sealer(String key, String previous) {
    var settings =
        new KeySettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(key),
            Optional.ofNullable(previous),
            "RS256",
            "jdk");
    var folder = Path.of("target/none");
    var server = new ServerSettings("http://localhost", false, false, folder, "update", List.of());
    return new Sealer(new EncryptionKeys(settings, server));
  }

  @Test
  void whatWasSealedOpensAtItsPlaceOnly() {
    var sealed = sealer(NEW, null).seal(Purpose.SEAL, PLAIN, "table.column.1");

    assertThat(sealer(NEW, null).open(Purpose.SEAL, sealed, "table.column.1")).contains(PLAIN);
    assertThat(sealer(NEW, null).open(Purpose.SEAL, sealed, "table.column.2")).isEmpty();
    assertThat(sealer(NEW, null).open(Purpose.FLOW, sealed, "table.column.1")).isEmpty();
    assertThat(sealer(OLD, null).open(Purpose.SEAL, sealed, "table.column.1")).isEmpty();
  }

  @Test
  void anAlteredByteAnywhereClosesIt() {
    var sealer = sealer(NEW, null);
    var sealed = sealer.seal(Purpose.SEAL, PLAIN, "here");
    for (var i = 0; i < sealed.length; i++) {
      var altered = sealed.clone();
      altered[i] ^= 1;
      assertThat(sealer.open(Purpose.SEAL, altered, "here")).as("byte %d", i).isEmpty();
    }
  }

  @Test
  void aShorterTextNeverOpensNorFails() {
    var sealer = sealer(NEW, null);
    var sealed = sealer.seal(Purpose.SEAL, PLAIN, "here");
    for (var length = 0; length < sealed.length; length++) {
      var cut = Arrays.copyOf(sealed, length);
      assertThat(sealer.open(Purpose.SEAL, cut, "here")).isEmpty();
    }
  }

  @Test
  void oneTextIsSealedDifferentlyEachTime() {
    var sealer = sealer(NEW, null);
    assertThat(sealer.seal(Purpose.SEAL, PLAIN, "here"))
        .isNotEqualTo(sealer.seal(Purpose.SEAL, PLAIN, "here"));
  }

  @Test
  void thePreviousKeyStillOpensAndIsToldFromTheCurrentOne() {
    var old = sealer(OLD, null).seal(Purpose.SEAL, PLAIN, "here");
    var changing = sealer(NEW, OLD);

    assertThat(changing.open(Purpose.SEAL, old, "here")).contains(PLAIN);
    assertThat(changing.isCurrent(Purpose.SEAL, old, "here")).isFalse();
    var anew = changing.seal(Purpose.SEAL, PLAIN, "here");
    assertThat(changing.isCurrent(Purpose.SEAL, anew, "here")).isTrue();
    assertThat(sealer(NEW, null).open(Purpose.SEAL, anew, "here")).contains(PLAIN);
  }

  @Test
  void keysThatShareTheirNameByChanceBothOpen() {
    var name = EncryptionKey.derive(NEW).id();
    var twin =
        IntStream.range(0, 10_000)
            .mapToObj(number -> OLD + number)
            .filter(text -> EncryptionKey.derive(text).id() == name)
            .findFirst()
            .orElseThrow();
    var old = sealer(twin, null).seal(Purpose.SEAL, PLAIN, "here");

    assertThat(sealer(NEW, twin).open(Purpose.SEAL, old, "here")).contains(PLAIN);
    assertThat(sealer(NEW, twin).isCurrent(Purpose.SEAL, old, "here")).isFalse();
  }
}
