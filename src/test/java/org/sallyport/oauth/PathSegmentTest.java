package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathSegmentTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "a~b", "photos.read", "sallyport:admin", "-_"})
  void whatAPathCarriesStaysAsItIs(String name) {
    assertThat(PathSegment.of(name)).isEqualTo(name);
    assertThat(PathSegment.read(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "..", ".", "~", "~YQ", "a;b", "100%", "a\\b", "a+b", "?", "\"#"})
  void otherNamesAreWrittenInLettersThatItCarries(String name) {
    assertThat(PathSegment.of(name)).matches("~[A-Za-z0-9_-]+");
    assertThat(PathSegment.read(PathSegment.of(name))).isEqualTo(name);
  }

  @Test
  void S22_whatIsNoNameIsReadAsItStands() {
    for (var segment : new String[] {"~", "~!", "~AA", "~_w", "~wqA"}) {
      assertThat(PathSegment.read(segment)).isEqualTo(segment);
    }
  }
}
