package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.config.KeySettings;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.oauth.Base62;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.TestSettings;

class RefreshTokensTest {

  private static final String KEY = "an encryption key of 32 bytes or more";
  private static final RefreshToken TOKEN =
      new RefreshToken(UUID.fromString("0198c0de-1234-7abc-8def-0123456789ab"), 7);

  private final RefreshTokens tokens = under(TestSettings.keys(KEY, "RS256"));

  @Test
  void aTokenSaysItsGrantAndGeneration() {
    assertThat(tokens.read(tokens.write(TOKEN))).hasValue(TOKEN);
  }

  @Test
  void oneGenerationHasOneText() {
    assertThat(tokens.write(TOKEN)).matches("[0-9A-Za-z]{64}").isEqualTo(tokens.write(TOKEN));
    assertThat(tokens.write(new RefreshToken(TOKEN.grantId(), 8)))
        .isNotEqualTo(tokens.write(TOKEN));
  }

  @Test
  void aTokenWithAnyBitFlippedIsRefused() {
    var bytes = Base62.decode(tokens.write(TOKEN)).orElseThrow();
    for (var bit = 0; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(tokens.read(Base62.encode(bytes))).as("bit %d", bit).isEmpty();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertThat(tokens.read(Base62.encode(bytes))).hasValue(TOKEN);
  }

  @Test
  void aTokenWithAnyCharacterChangedIsRefused() {
    var text = tokens.write(TOKEN);
    for (var i = 0; i < text.length(); i++) {
      var other = text.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(tokens.read(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "\u0000", "ä"})
  void whatIsNoTokenIsRefused(String text) {
    assertThat(tokens.read(text)).isEmpty();
    assertThat(tokens.read(text + tokens.write(TOKEN)))
        .isEqualTo(text.isEmpty() ? Optional.of(TOKEN) : Optional.empty());
  }

  @Test
  void randomTextsAreRefused() {
    for (var i = 0; i < 500; i++) {
      assertThat(tokens.read(Randomness.secret())).isEmpty();
    }
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    var others = under(TestSettings.keys("quite another key of 32 bytes or more", "RS256"));

    assertThat(tokens.read(others.write(TOKEN))).isEmpty();
  }

  @Test
  void aTokenOfThePreviousKeyIsReadAndWrittenUnderTheNewOne() {
    var old = tokens.write(TOKEN);
    var changed = under(changed("quite another key of 32 bytes or more", KEY));

    assertThat(changed.read(old)).hasValue(TOKEN);
    assertThat(changed.write(TOKEN)).isNotEqualTo(old);
  }

  private static KeySettings changed(String current, String previous) {
    return new KeySettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(current),
        Optional.of(previous),
        "RS256",
        "jdk");
  }

  private static RefreshTokens under(KeySettings keys) {
    return new RefreshTokens(new EncryptionKeys(keys, TestSettings.server(TestSettings.HTTPS)));
  }
}
