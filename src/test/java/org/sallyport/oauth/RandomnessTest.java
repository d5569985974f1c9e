package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomnessTest {

  private static final Instant NOW = Instant.parse("2031-05-06T07:08:09.123Z");

  @Test
  void anOpaqueIdIsAVersion4Uuid() {
    var id = Randomness.opaqueId();

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void aRowIdIsAVersion7UuidThatTellsItsMillisecond() {
    var id = Randomness.rowId(NOW);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
  }

  @Test
  void rowIdsOfLaterTimesSortLater() {
    assertThat(Randomness.rowId(NOW).toString())
        .isLessThan(Randomness.rowId(NOW.plusMillis(1)).toString());
  }

  @Test
  void noTwoAreEqual() {
    assertThat(Stream.generate(Randomness::secret).limit(1000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(Randomness::name).limit(1000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(Randomness::opaqueId).limit(1000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(() -> Randomness.rowId(NOW)).limit(1000)).doesNotHaveDuplicates();
  }

  @Test
  void everyBitOfARandomIdIsUsed() {
    var ids = Stream.generate(Randomness::opaqueId).limit(200).toList();
    var high = ids.stream().mapToLong(id -> id.getMostSignificantBits()).reduce(0, (a, b) -> a | b);
    var low = ids.stream().mapToLong(id -> id.getLeastSignificantBits()).reduce(0, (a, b) -> a | b);

    assertThat(high).isEqualTo(0xFFFF_FFFF_FFFF_4FFFL);
    assertThat(low).isEqualTo(0xBFFF_FFFF_FFFF_FFFFL);
  }

  @Test
  void secretsAndNamesHaveTheirLengths() {
    assertThat(Randomness.secret()).matches("[0-9A-Za-z]{64}");
    assertThat(Randomness.name()).matches("[0-9A-Za-z_-]{22}");
  }
}
