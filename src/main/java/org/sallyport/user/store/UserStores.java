package org.sallyport.user.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.config.UserStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.key.Purpose;
import org.sallyport.store.DatabaseReady;

/** All stores of people, in the order in which a name is looked up. */
@ApplicationScoped
public class UserStores {

  private static final Logger LOG = System.getLogger(UserStores.class.getName());

  private List<UserStore> stores;
  private EncryptionKeys keys;

  protected UserStores() {}

  @Inject
  public UserStores(
      UserStoreSettings settings,
      @Any Instance<UserStore> beans,
      @Any Instance<UserStoreType> types,
      EncryptionKeys keys,
      Clock clock) {
    var named = beans.stream().collect(toMap(UserStore::name, identity(), UserStores::twice));
    var byType = types.stream().collect(toMap(UserStoreType::type, identity(), UserStores::twice));
    this.stores =
        settings.stores().stream()
            .map(store -> make(store, named, byType))
            .map(store -> store instanceof BuiltInStore ? store : new GuardedStore(store, clock))
            .toList();
    this.keys = keys;
  }

  private static <T> T twice(T one, T other) {
    throw new ConfigurationException(
        "sallyport.user-stores: %s and %s have one name; keep one of them."
            .formatted(one.getClass().getName(), other.getClass().getName()));
  }

  private static UserStore make(
      UserStoreSettings.Store settings,
      Map<String, UserStore> named,
      Map<String, UserStoreType> byType) {
    var type = byType.get(settings.type());
    if (type != null) {
      return type.make(settings);
    }
    return Optional.ofNullable(named.get(settings.name())).orElseThrow(() -> unknown(settings));
  }

  private static ConfigurationException unknown(UserStoreSettings.Store settings) {
    return new ConfigurationException(
        "sallyport.user-store.%s.type: it is missing, and no library brings a store of that name;"
                .formatted(settings.name())
            + " write sql or ldap, or take the name out of sallyport.user-stores.");
  }

  /** Tells at the start what is wrong; a store that is away stops nothing. */
  void start(@Observes DatabaseReady ready) {
    for (var store : stores) {
      try {
        store.check();
      } catch (StoreAwayException away) {
        LOG.log(
            Level.WARNING, "{0}; its people cannot log in until it is there", away.getMessage());
      }
    }
  }

  @PreDestroy
  void close() {
    stores.forEach(UserStore::close);
  }

  public List<UserStore> inOrder() {
    return stores;
  }

  /** The store of a name that people's rows carry; empty where it is no longer one. */
  public Optional<UserStore> find(String name) {
    return stores.stream().filter(store -> store.name().equals(name)).findFirst();
  }

  /**
   * The store that looks for the password of a name that nobody has: always the same for a name, on
   * every node, so that its time is like that of somebody's wrong password there.
   */
  UserStore decoy(String name) {
    var mac = keys.mac(Purpose.FLOW, ("nobody " + name).getBytes(UTF_8));
    return stores.get(Math.floorMod(mac[0] << 8 | mac[1] & 0xff, stores.size()));
  }
}
