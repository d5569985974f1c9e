package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.user.PasswordPolicy.Weakness.COMMON;
import static org.sallyport.user.PasswordPolicy.Weakness.LONG;
import static org.sallyport.user.PasswordPolicy.Weakness.SHORT;
import static org.sallyport.user.PasswordPolicy.Weakness.UNPRINTABLE;
import static org.sallyport.user.PasswordPolicy.Weakness.USERNAME;

import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.config.PasswordSettings;

class PasswordPolicyTest {

  private final PasswordPolicy policy =
      new PasswordPolicy(new PasswordSettings(12, Duration.ofHours(24)));

  private Set<PasswordPolicy.Weakness> of(String password) {
    return policy.weaknesses(password, "alice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hills of grey water",
        "kwzfohxelpqt",
        "837461920375",
        "Größe und Ähre im Wind",
        "كلمة مرور طويلة جدا",
        "🦊🦉🐙🦔🐢🦀🐝🦋🐌🐞🦗🐜"
      })
  void aLongPasswordIsGoodWhateverItIsMadeOf(String password) {
    assertThat(of(password)).isEmpty();
  }

  @Test
  void itHasTwelveCharactersAtLeastAndManyMoreAtMost() {
    assertThat(of("")).containsExactly(SHORT);
    assertThat(of("kwzfohxelpq")).containsExactly(SHORT);
    assertThat(of("kwzfohxelpq" + "rstu vwx".repeat(200))).containsExactly(LONG);
    assertThat(of("kwzfohxelp tuvq".repeat(68) + "abcd")).isEmpty();
  }

  @Test
  void theOperatorSaysHowLong() {
    var lax = new PasswordPolicy(new PasswordSettings(8, Duration.ofHours(24)));
    assertThat(lax.weaknesses("kwzfohxe", "alice")).isEmpty();
    assertThat(lax.weaknesses("kwzfohx", "alice")).containsExactly(SHORT);
    assertThat(lax.shortest()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"i am Alice here", "ALICEALICE-42xk", "my-alice-my-xyz"})
  void theUsernameIsNoPartOfIt(String password) {
    assertThat(of(password)).contains(USERNAME);
  }

  @Test
  void aVeryShortUsernameMayBePartOfIt() {
    assertThat(policy.weaknesses("hills of grey water", "of")).isEmpty();
    assertThat(policy.weaknesses("hills of grey water", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password2026!",
        "passwordpassword",
        "Administrator1",
        "qwertyuiop123",
        "123456789012",
        "aaaaaaaaaaaa",
        "abcabcabcabc",
        "iloveyousomuch",
        "!!!!letmein!!!!"
      })
  void whatEverybodyTriesFirstIsRefused(String password) {
    assertThat(of(password)).containsExactly(COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kwzfohx\u0000elpqt", "kwzfohx\nelpqt", "kwzfohx\u007felpqt"})
  void controlCharactersAreRefused(String password) {
    assertThat(of(password)).containsExactly(UNPRINTABLE);
  }

  @ParameterizedTest
  @EnumSource
  void everyWeaknessHasItsWords(PasswordPolicy.Weakness weakness) {
    var words = ResourceBundle.getBundle("org.sallyport.messages", Locale.ROOT);
    assertThat(words.containsKey(weakness.key())).isTrue();
  }
}
