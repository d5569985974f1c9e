package org.sallyport.user.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.sallyport.oauth.OAuthException;

/**
 * A store that, once away, is asked by one request at a time and not more than once a second: the
 * others hear at once that it is away, and no thread of the server waits for it.
 */
final class GuardedStore implements UserStore {

  private static final Logger LOG = System.getLogger(GuardedStore.class.getName());
  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration LONGEST_TRY = Duration.ofSeconds(10);

  private final UserStore store;
  private final Clock clock;

  /** When it may be asked again; null while it answers. */
  private final AtomicReference<Instant> rest = new AtomicReference<>();

  GuardedStore(UserStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public Optional<StoredPerson> find(String username) {
    return ask(() -> store.find(username));
  }

  @Override
  public boolean verify(Optional<StoredPerson> person, String password) {
    return ask(() -> store.verify(person, password));
  }

  @Override
  public Optional<Standing> standing(String id) {
    return ask(() -> store.standing(id));
  }

  @Override
  public StoredPerson welcome(StoredPerson person, String password) {
    return ask(() -> store.welcome(person, password));
  }

  @Override
  public void check() {
    store.check();
  }

  @Override
  public void close() {
    store.close();
  }

  private <T> T ask(Supplier<T> question) {
    var until = rest.get();
    if (until != null) {
      var now = clock.instant();
      if (now.isBefore(until) || !rest.compareAndSet(until, now.plus(LONGEST_TRY))) {
        throw new StoreAwayException(name(), "was away a moment ago");
      }
    }
    try {
      var answer = question.get();
      rest.set(null);
      return answer;
    } catch (OAuthException busy) {
      // That says nothing of whether it answers: the next one may try.
      if (until != null) {
        rest.set(until);
      }
      throw busy;
    } catch (StoreAwayException away) {
      throw resting(away);
    } catch (RuntimeException unexpected) {
      LOG.log(Level.ERROR, "the user store " + name() + " failed", unexpected);
      throw resting(new StoreAwayException(name(), unexpected.getClass().getName()));
    }
  }

  private StoreAwayException resting(StoreAwayException away) {
    if (rest.getAndSet(clock.instant().plus(REST)) == null) {
      LOG.log(Level.WARNING, "{0}", away.getMessage());
    }
    return away;
  }
}
