package org.sallyport.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

  @Test
  void namesAreASetInTheirFirstOrder() {
    assertThat(Scopes.parse("write  read write").toString()).isEqualTo("write read");
    assertThat(Scopes.parse(" read ")).isEqualTo(Scopes.of("read"));
  }

  @Test
  void nothingReadsAsNone() {
    assertThat(Scopes.parse(null).isEmpty()).isTrue();
    assertThat(Scopes.parse("   ").isEmpty()).isTrue();
    assertThat(Scopes.NONE.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "re\"ad",
        "re\\ad",
        "read\twrite",
        "read\nwrite",
        "réad",
        "a\u007fb",
        "\u00a0read"
      })
  void aMalformedNameIsRefused(String list) {
    assertThatThrownBy(() -> Scopes.parse(list))
        .isInstanceOfSatisfying(
            OAuthException.class, e -> assertThat(e.error()).isEqualTo(OAuthError.INVALID_SCOPE))
        .hasMessageNotContaining(list);
  }

  @Test
  void aNameHas128CharactersAtMost() {
    assertThat(Scopes.parse("a".repeat(128)).names()).hasSize(1);
    assertThatThrownBy(() -> Scopes.parse("a".repeat(129))).isInstanceOf(OAuthException.class);
  }

  @Test
  void setsAreCombinedInOurOrder() {
    var ours = Scopes.of("a", "b", "c");

    assertThat(ours.union(Scopes.of("d", "a")).toString()).isEqualTo("a b c d");
    assertThat(ours.intersection(Scopes.of("c", "a", "x")).toString()).isEqualTo("a c");
    assertThat(ours.containsAll(Scopes.of("c", "a"))).isTrue();
    assertThat(ours.containsAll(Scopes.of("c", "x"))).isFalse();
    assertThat(ours.contains("B")).isFalse();
  }
}
