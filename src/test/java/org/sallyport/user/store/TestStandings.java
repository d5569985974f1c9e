package org.sallyport.user.store;

import java.util.function.Predicate;
import org.sallyport.user.User;

/** What stores say of people in a test. */
public final class TestStandings extends Standings {

  private final Predicate<User> good;

  private TestStandings(Predicate<User> good) {
    this.good = good;
  }

  /** Every store knows everyone as active. */
  public static Standings allGood() {
    return new TestStandings(user -> true);
  }

  /** As a test decides. */
  public static Standings of(Predicate<User> good) {
    return new TestStandings(good);
  }

  @Override
  public boolean isGood(User user) {
    return good.test(user);
  }
}
