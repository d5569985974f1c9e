package org.sallyport.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private final PasswordHasher hasher = new PasswordHasher();
  private final User user = new User("alice", hasher.hash("right"), Instant.EPOCH);

  @Test
  void aHashIsArgon2idWithASaltOfItsOwn() {
    assertThat(hasher.hash("right")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hasher.hash("right")).isNotEqualTo(user.passwordHash());
  }

  @Test
  void onlyTheRightPasswordIsTheUsers() {
    assertThat(hasher.verify("right", user)).isTrue();
    assertThat(hasher.verify("Right", user)).isFalse();
    assertThat(hasher.verify("", user)).isFalse();
  }

  @Test
  void nobodyHasAPassword() {
    assertThat(hasher.verify("right", null)).isFalse();
    assertThat(hasher.verify("", new User("bob", null, Instant.EPOCH))).isFalse();
  }

  @Test
  void S20_aPasswordHas1024CharactersAtMost() {
    var longest = new User("carol", hasher.hash("x".repeat(1024)), Instant.EPOCH);

    assertThat(hasher.verify("x".repeat(1024), longest)).isTrue();
    assertThat(hasher.verify("x".repeat(1025), longest)).isFalse();
    assertThat(hasher.verify("x".repeat(10_000_000), longest)).isFalse();
  }

  @Test
  void oneSpellingServesForWhatLooksTheSame() {
    var composed = new User("dora", hasher.hash("gr\u00f6\u00dfe vor allem"), Instant.EPOCH);

    assertThat(hasher.verify("gro\u0308\u00dfe vor\u00a0allem", composed)).isTrue();
    assertThat(hasher.verify("gro\u00dfe vor allem", composed)).isFalse();
  }

  @Test
  void aHashOfPlainLettersMadeByAnyoneGoesOnWorking() {
    var older =
        Password.hash("alice-in-demo-land")
            .addSalt(new byte[16])
            .with(Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID))
            .getResult();

    assertThat(hasher.verify("alice-in-demo-land", new User("a", older, Instant.EPOCH))).isTrue();
  }

  @Test
  void aHashOfOtherCostsGoesOnWorking() {
    var dearer =
        Password.hash("right")
            .addSalt(new byte[8])
            .with(Argon2Function.getInstance(32 * 1024, 3, 2, 24, Argon2.ID))
            .getResult();

    assertThat(hasher.verify("right", new User("a", dearer, Instant.EPOCH))).isTrue();
    assertThat(hasher.verify("wrong", new User("a", dearer, Instant.EPOCH))).isFalse();
    assertThat(hasher.verify("right", user)).isTrue();
  }

  @Test
  void anIndependentLibraryReadsOurHash() {
    var hash = hasher.hash("right");

    assertThat(Password.check("right", hash).with(Argon2Function.getInstanceFromHash(hash)))
        .isTrue();
  }

  @Test
  void aHashOfAnotherSystemIsCheckedAndKnownAsForeign() {
    var imported =
        new User(
            "eve", "1|$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2", Instant.EPOCH);

    assertThat(hasher.verify("correct horse", imported)).isTrue();
    assertThat(hasher.verify("correct", imported)).isFalse();
    assertThat(hasher.isForeign(imported)).isTrue();
    assertThat(hasher.isForeign(user)).isFalse();
  }
}
