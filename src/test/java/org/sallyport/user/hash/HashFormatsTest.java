package org.sallyport.user.hash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stored texts were made by other implementations: libxcrypt, hashlib, OpenSSL, Argon2's own.
 */
class HashFormatsTest {

  private static final String PASSWORD = "correct horse";
  private static final String BCRYPT =
      "$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2a$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        "$2b$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        BCRYPT,
        "1|" + BCRYPT,
        "$wp$2y$05$abcdefghijklmnopqrstuu9iY1gyjA3k6CGptWJJ9nIT22tG/wV8K",
        "pbkdf2_sha256$1000$saltysalt$ogyELkenhssjo9YzB+hLx2dedTg0guGJUM+KVU08H9I=",
        "$pbkdf2-sha256$1000$c2FsdHlzYWx0MA$0wPiqOIwDF/y3S4DXbXjiMcX.zb2IiNzkOiJPIhE06M",
        "$pbkdf2-sha512$1000$c2FsdHlzYWx0MA$gnH1lLUIIdYL3L6R75HwZU2BZiO8/5ofSu/ZCv.Tc7FPGhmS5gX9Npx8N1lM"
            + "oNTN6fnxY/1p.KLhOepL3PVKQA",
        "$5$rounds=1000$saltsalt$R6e4P8ccT9iMqkYg7Z8YtpId/lfsIfnuPkp8WXposU8",
        "$5$saltsalt$myjXcpMpE2Ofk7fj9hqyNYSn6lmWG4Mqnjx.KIRRr4/",
        "$6$saltsalt$hRM5XZ86KXEw9UOmjigeVqFgULtFB2sgpC9lXQDfMib3Zgw7mEiUvBJI2EplzfAqxL5Vvwp2scFtv/uamSo5z0"
      })
  void passwordsOfOtherSystemsAreKnownByHowTheirHashBegins(String hash) {
    assertThat(HashFormats.SLOW.match(PASSWORD, hash)).isTrue();
    assertThat(HashFormats.SLOW.match("Correct horse", hash)).isFalse();
    assertThat(HashFormats.SLOW.match("", hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "2|$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "3|$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "argon2$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void argon2OfOthersIsChecked(String hash) {
    assertThat(HashFormats.SLOW.match("password", hash)).isTrue();
    assertThat(HashFormats.SLOW.match("passwort", hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$13$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        "1|$2y$16$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        "$wp$2y$13$abcdefghijklmnopqrstuu9iY1gyjA3k6CGptWJJ9nIT22tG/wV8K",
        "$argon2id$v=19$m=65537,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=5,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "pbkdf2_sha256$1000001$saltysalt$ogyELkenhssjo9YzB+hLx2dedTg0guGJUM+KVU08H9I=",
        "$5$rounds=200001$saltsalt$R6e4P8ccT9iMqkYg7Z8YtpId/lfsIfnuPkp8WXposU8"
      })
  void S20_whatTakesLongIsForPeopleOnly(String hash) {
    assertThat(HashFormats.SLOW.take(hash)).isTrue();
    assertThat(HashFormats.MODEST.take(hash)).isFalse();
    assertThat(HashFormats.MODEST.match(PASSWORD, hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$12$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        "$argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "pbkdf2_sha256$1000000$saltysalt$ogyELkenhssjo9YzB+hLx2dedTg0guGJUM+KVU08H9I="
      })
  void whatOtherSystemsWriteByDefaultIsForClientsToo(String hash) {
    assertThat(HashFormats.MODEST.take(hash)).isTrue();
  }

  @Test
  void bcryptTakesTheFirst72BytesAsEveryoneDoes() {
    var hash = "$2b$05$abcdefghijklmnopqrstuujf8SX2ahXLwp9w/B.Y5XdysS6yR576q";

    assertThat(HashFormats.SLOW.match("x".repeat(72), hash)).isTrue();
    assertThat(HashFormats.SLOW.match("x".repeat(100), hash)).isTrue();
    assertThat(HashFormats.SLOW.match("x".repeat(71), hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3cb4e732631f47e6eb961f34554b7cde",
        "3CB4E732631F47E6EB961F34554B7CDE",
        "2f9e53523b62abc141a2b4d6019d23cba835dbd0"
      })
  void digestsWithoutASaltAreTakenOnlyWhereAnOperatorWantsThem(String hash) {
    assertThat(HashFormats.SLOW.match(PASSWORD, hash)).isFalse();
    assertThat(HashFormats.LEGACY.match(PASSWORD, hash)).isTrue();
    assertThat(HashFormats.LEGACY.match("other", hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2y$31$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2",
        "$argon2id$v=19$m=9999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=999,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "pbkdf2_sha256$99999999$saltysalt$ogyELkenhssjo9YzB+hLx2dedTg0guGJUM+KVU08H9I=",
        "$5$rounds=9999999$saltsalt$R6e4P8ccT9iMqkYg7Z8YtpId/lfsIfnuPkp8WXposU8"
      })
  void S20_aHashThatWouldCostTooMuchIsNotChecked(String hash) {
    assertThat(HashFormats.LEGACY.take(hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "*",
        "correct horse",
        "$2y$05$short",
        "$1$salt$hash",
        "1|",
        "$wp",
        "argon2$",
        "pbkdf2_sha256$1000$salt$AAAAAAAAAAAAAAAAAAAAAAA=A",
        "$6$$",
        "{SSHA}abc"
      })
  void whatIsNoHashIsNobodysPassword(String hash) {
    assertThat(HashFormats.LEGACY.take(hash)).isFalse();
    assertThat(HashFormats.LEGACY.match(hash, hash)).isFalse();
  }

  @Test
  void aHashWithABrokenSaltIsNobodysPassword() {
    var hash = "$pbkdf2-sha256$1000$c2Fsd$0wPiqOIwDF/y3S4DXbXjiMcX.zb2IiNzkOiJPIhE06M";

    assertThat(HashFormats.SLOW.take(hash)).isFalse();
    assertThat(HashFormats.SLOW.match(PASSWORD, hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhb$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=0,t=0,p=0$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void aHashThatItsFormatCannotReadFailsForItsOwnerOnly(String hash) {
    assertThat(HashFormats.SLOW.match(PASSWORD, hash)).isFalse();
  }
}
