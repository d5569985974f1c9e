package org.sallyport.user.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.config.UserStoreSettings;
import org.sallyport.oauth.OAuthException;
import org.sallyport.user.User;

/**
 * Whether people's own stores still let them have what they were given: asked whenever a grant or a
 * login is used, at most once in {@code sallyport.user-store.NAME.state-cache} a person and node.
 */
@ApplicationScoped
public class Standings {

  private static final int MOST = 20_000;

  private record Told(Optional<Standing> standing, Instant at) {}

  private UserStores stores;
  private OutsidePeople outside;
  private UserStoreSettings settings;
  private Clock clock;
  private Cache<String, Told> told;

  protected Standings() {}

  @Inject
  public Standings(
      UserStores stores, OutsidePeople outside, UserStoreSettings settings, Clock clock) {
    this.stores = stores;
    this.outside = outside;
    this.settings = settings;
    this.clock = clock;
    this.told = Caffeine.newBuilder().maximumSize(MOST).build();
  }

  /**
   * Whether a person is active where they are kept, under the password that they logged in with.
   *
   * @throws OAuthException {@code temporarily_unavailable} while their store is away
   */
  public boolean isGood(User user) {
    if (!user.isOutside()) {
      return true;
    }
    var store = stores.find(user.origin().store());
    try {
      return store.isPresent() && isGood(user, store.get());
    } catch (StoreAwayException away) {
      throw StoreAwayException.refusal().detail(away.getMessage());
    }
  }

  private boolean isGood(User user, UserStore store) {
    var standing = now(user, store);
    if (standing.filter(known -> isOtherwise(user, known)).isPresent()) {
      // What is cached may be older than the login.
      told.invalidate(user.id());
      standing = now(user, store);
      standing
          .filter(known -> isOtherwise(user, known))
          .flatMap(Standing::stamp)
          .ifPresent(stamp -> outside.passwordChanged(user, stamp));
    }
    return standing.filter(known -> known.active() && !isOtherwise(user, known)).isPresent();
  }

  private Optional<Standing> now(User user, UserStore store) {
    var oldest = clock.instant().minus(settings.stateCache(store.name()));
    var known = told.getIfPresent(user.id());
    if (known != null && known.at().isAfter(oldest)) {
      return known.standing();
    }
    var asked = new Told(store.standing(user.origin().storeId()), clock.instant());
    told.put(user.id(), asked);
    return asked.standing();
  }

  private static boolean isOtherwise(User user, Standing standing) {
    var before = user.origin().stamp();
    return before.isPresent()
        && standing.stamp().filter(now -> !before.get().equals(now)).isPresent();
  }
}
