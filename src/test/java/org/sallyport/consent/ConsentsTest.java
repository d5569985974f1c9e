package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.NoAdministrator;

class ConsentsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final Consents consents = Injection.into(new Consents(), DATABASE.entities(), clock);
  private final String person = Randomness.name();
  private final String both = Randomness.name();
  private final String one = Randomness.name();

  @Test
  void S17_whatAnAdministratorAllowedIsForgottenWithTheRight() {
    in(() -> consents.give(person, both, answer("read sallyport:admin")));
    in(() -> consents.give(person, one, answer("sallyport:admin:read")));

    in(() -> consents.forgetReserved(new NoAdministrator(person)));

    assertThat(answerTo(both, "read")).isTrue();
    assertThat(answerTo(both, "read sallyport:admin")).isFalse();
    assertThat(DATABASE.transaction(() -> consents.countOf(one))).isZero();
  }

  private boolean answerTo(String client, String asked) {
    return DATABASE
        .transaction(() -> consents.find(person, client))
        .flatMap(consent -> consent.answerTo(Scopes.parse(asked), Scopes.NONE))
        .isPresent();
  }

  private static Consent.Answer answer(String scopes) {
    return new Consent.Answer(Scopes.parse(scopes), Scopes.NONE);
  }

  private static void in(Runnable work) {
    DATABASE.transaction(
        () -> {
          work.run();
          return null;
        });
  }
}
