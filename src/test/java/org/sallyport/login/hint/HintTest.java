package org.sallyport.login.hint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.login.Flow;
import org.sallyport.login.Login;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.user.User;

class HintTest {

  private static final Instant BEFORE = Instant.parse("2030-01-01T00:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(60);

  private final User alice = new User("alice", "", BEFORE);
  private final User bob = new User("bob", "", BEFORE);

  @Test
  void whoIsMeantIsNotAsked() {
    assertThat(Hint.unanswered(asking("alice"), login(alice, BEFORE))).isEmpty();
    assertThat(Hint.unanswered(asking(" Alice "), login(alice, BEFORE))).isEmpty();
    assertThat(Hint.unanswered(asking(alice.id()), login(alice, BEFORE))).isEmpty();
    assertThat(Hint.unanswered(asking(""), login(alice, BEFORE))).isEmpty();
  }

  @Test
  void whoIsNotMeantIsAskedUnlessTheLoginIsForThisRequest() {
    assertThat(Hint.unanswered(asking("bob"), login(alice, BEFORE))).hasValue("bob");
    assertThat(Hint.unanswered(asking(bob.id()), login(alice, BEFORE))).hasValue(bob.id());
    assertThat(Hint.unanswered(asking("bob"), login(alice, NOW))).isEmpty();
  }

  @Test
  void S10_anAnswerIsThatOfOnePerson() {
    var kept = asking("carol").keptBy(alice.id());
    assertThat(Hint.unanswered(kept, login(alice, BEFORE))).isEmpty();
    assertThat(Hint.unanswered(kept, login(bob, BEFORE))).hasValue("carol");
    assertThat(Hint.unanswered(kept.restarted(NOW), login(alice, BEFORE))).hasValue("carol");
  }

  @Test
  void aHintThatIsTooLongIsNone() {
    assertThat(asking("x".repeat(257)).hint()).isEmpty();
  }

  private static Flow asking(String hint) {
    return Flow.of("/authorize", FormDecoder.parse("login_hint=" + hint.replace(' ', '+')), NOW);
  }

  private static Login login(User user, Instant at) {
    return new TestLogins().with(user, at).current(null).orElseThrow();
  }
}
