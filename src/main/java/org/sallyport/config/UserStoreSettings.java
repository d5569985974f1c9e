package org.sallyport.config;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;
import org.sallyport.config.source.SettingsReader;

/** Where people are kept, in the order in which a name is looked up. */
public record UserStoreSettings(List<Store> stores) {

  private static final String BUILT_IN = "built-in";
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,30}");
  private static final Duration LONGEST_CACHE = Duration.ofMinutes(1);

  /** The stores by name. */
  public record Names(
      @Setting(
              key = "sallyport.user-stores",
              value = BUILT_IN,
              text =
                  "Where people are kept, in the order in which a name is looked up: built-in, and"
                      + " names of your own (see user-stores.md).")
          List<String> names) {

    public Names {
      for (var name : names) {
        if (!WORD.matcher(name).matches() || name.equalsIgnoreCase(SettingsReader.NAME)) {
          throw new ConfigurationException(
              "sallyport.user-stores: a name is 1 to 31 of a-z, 0-9 and -, and begins with a letter;"
                  + " write it so.");
        }
      }
      if (!names.contains(BUILT_IN) || new HashSet<>(names).size() != names.size()) {
        throw new ConfigurationException(
            "sallyport.user-stores: built-in, where administrators are kept, must be one of them,"
                + " and each stand once; write built-in,staff for example.");
      }
    }
  }

  /** What is common to outside stores. */
  public record Kind(
      @Setting(
              key = "sallyport.user-store.NAME.type",
              text = "What the store is: sql, ldap, or empty for one that a library brings.")
          String type,
      @Setting(
              key = "sallyport.user-store.NAME.state-cache",
              value = "PT1S",
              text =
                  "How long an answer is kept to whether a person is still active there; at most"
                      + " PT1M.")
          Duration stateCache) {}

  /** One store, as far as settings make it. */
  public record Store(
      String name,
      String type,
      Duration stateCache,
      Optional<SqlStoreSettings> sql,
      Optional<LdapStoreSettings> ldap) {

    /** One that is made by a library, or is our own. */
    public static Store of(String name, Duration stateCache) {
      return new Store(name, "", stateCache, Optional.empty(), Optional.empty());
    }
  }

  /** All of them. */
  static UserStoreSettings read() {
    var names = SettingsReader.read(Names.class).names();
    return new UserStoreSettings(names.stream().map(UserStoreSettings::store).toList());
  }

  private static Store store(String name) {
    if (name.equals(BUILT_IN)) {
      return Store.of(name, Duration.ZERO);
    }
    var kind = SettingsReader.read(Kind.class, name);
    if (kind.stateCache().compareTo(LONGEST_CACHE) > 0) {
      throw new ConfigurationException(
          "sallyport.user-store.%s.state-cache: %s is too long; write PT1M or less."
              .formatted(name, kind.stateCache()));
    }
    return switch (kind.type()) {
      case "" -> Store.of(name, kind.stateCache());
      case "sql", "ldap" -> store(name, kind);
      default ->
          throw new ConfigurationException(
              "sallyport.user-store.%s.type: it is neither sql nor ldap; write one of them."
                  .formatted(name));
    };
  }

  private static Store store(String name, Kind kind) {
    var isSql = kind.type().equals("sql");
    return new Store(
        name,
        kind.type(),
        kind.stateCache(),
        isSql ? Optional.of(SqlStoreSettings.read(name)) : Optional.empty(),
        isSql ? Optional.empty() : Optional.of(LdapStoreSettings.read(name)));
  }

  /** How long an answer of a store is kept. */
  public Duration stateCache(String name) {
    return stores.stream()
        .filter(store -> store.name().equals(name))
        .findFirst()
        .map(Store::stateCache)
        .orElse(Duration.ZERO);
  }
}
