package org.sallyport.user.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sallyport.config.SqlStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.hash.HashFormats;
import org.sallyport.user.store.Profile;
import org.sallyport.user.store.Standing;
import org.sallyport.user.store.StoredPerson;
import org.sallyport.user.store.UserStore;

/** A table of people by an operator's queries. */
final class SqlStore implements UserStore {

  private static final Standing GONE = new Standing(false, Optional.empty());
  private static final Set<String> TRUE = Set.of("1", "t", "true", "y", "yes");

  private final String name;
  private final SqlDatabase database;
  private final PasswordHasher hasher;
  private final HashFormats formats;
  private final SqlQueries queries;

  /** A hash of this table, so that a name that nobody has costs as much as a wrong password. */
  private volatile String decoy;

  SqlStore(String name, SqlStoreSettings settings, PasswordHasher hasher) {
    this.name = name;
    this.database = new SqlDatabase(name, settings);
    this.hasher = hasher;
    this.formats = settings.legacyHashes() ? HashFormats.LEGACY : HashFormats.SLOW;
    this.queries = SqlQueries.of(settings);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredPerson> find(String username) {
    var typed = username.strip();
    var values = Map.of("username", typed, "canonical", User.canonical(typed));
    var rows = database.rows(queries.person(), values);
    // Two rows for one name: nobody can say whose password it is.
    return rows.size() == 1 ? Optional.of(person(rows.get(0), typed)) : Optional.empty();
  }

  private static StoredPerson person(Map<String, String> row, String typed) {
    return StoredPerson.of(
        text(row, "id").orElse(""),
        text(row, "username").orElse(typed),
        standing(row),
        text(row, "password_hash").orElse(""),
        new Profile(
            text(row, "name"), text(row, "email"), text(row, "locale"), List.of(), Map.of()));
  }

  private static Standing standing(Map<String, String> row) {
    var active =
        !row.containsKey("active") || text(row, "active").filter(SqlStore::isTrue).isPresent();
    return new Standing(active, Optional.empty()).with(text(row, "stamp"));
  }

  private static boolean isTrue(String text) {
    return TRUE.contains(text.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> text(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).map(String::strip).filter(text -> !text.isEmpty());
  }

  @Override
  public boolean verify(Optional<StoredPerson> person, String password) {
    var hash = person.map(StoredPerson::secret).orElse(decoy);
    var right = hasher.verify(password, hash, formats);
    if (person.isPresent() && formats.take(hash)) {
      decoy = hash;
    }
    return right && person.isPresent();
  }

  @Override
  public Optional<Standing> standing(String id) {
    if (queries.state().isEmpty()) {
      return Optional.of(new Standing(true, Optional.empty()));
    }
    return database.rows(queries.state(), Map.of("id", id)).stream()
        .findFirst()
        .map(SqlStore::standing);
  }

  @Override
  public StoredPerson welcome(StoredPerson person, String password) {
    if (!queries.upgrade().isEmpty() && !hasher.isOurs(person.secret())) {
      var hash = hasher.hashExactly(password);
      var values = Map.of("id", person.id(), "hash", hash, "old", person.secret());
      database.update(queries.upgrade(), values);
    }
    var standing = queries.state().isEmpty() ? person.standing() : afterwards(person, password);
    return person.with(standing, person.profile().with(groups(person), attributes(person)));
  }

  /**
   * The state of whoever has just given the right password. Its stamp counts only if the password
   * is still right after it was read: that of a change meanwhile would let the old one live on.
   */
  private Standing afterwards(StoredPerson person, String password) {
    var standing = standing(person.id()).orElse(GONE);
    if (standing.stamp().isEmpty()) {
      return standing;
    }
    return find(person.username())
            .filter(again -> again.id().equals(person.id()))
            .filter(again -> !isRight(password, again.secret(), person.secret()))
            .isPresent()
        ? GONE
        : standing;
  }

  private boolean isRight(String password, String hash, String proved) {
    return hash.equals(proved) || hasher.verify(password, hash, formats);
  }

  private List<String> groups(StoredPerson person) {
    return ask(queries.groups(), person).stream()
        .map(row -> row.values().iterator().next())
        .filter(group -> group != null)
        .toList();
  }

  private Map<String, String> attributes(StoredPerson person) {
    return ask(queries.attributes(), person).stream()
        .map(
            row ->
                List.copyOf(row.values().stream().map(text -> text == null ? "" : text).toList()))
        .filter(pair -> pair.size() == 2)
        .collect(Collectors.toMap(pair -> pair.get(0), pair -> pair.get(1), (one, other) -> one));
  }

  private List<Map<String, String>> ask(NamedQuery query, StoredPerson person) {
    return query.isEmpty() ? List.of() : database.rows(query, Map.of("id", person.id()));
  }

  @Override
  public void check() {
    for (var query : queries.selects().entrySet()) {
      try {
        var columns = database.columns(query.getValue());
        if (query.getKey().equals("sql.person")
            && !columns.containsAll(List.of("id", "password_hash"))) {
          throw wrong(query.getKey(), "its columns are not called id and password_hash");
        }
      } catch (SQLException e) {
        explain(query.getKey(), e);
      }
    }
  }

  private void explain(String key, SQLException e) {
    var state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("42")) {
      throw wrong(key, "the database does not understand it (SQL state " + state + ")");
    } else if (state.startsWith("28")) {
      throw wrong("jdbc.user", "the database refuses it or its password");
    }
    throw database.away(e);
  }

  private ConfigurationException wrong(String key, String what) {
    return new ConfigurationException(
        "sallyport.user-store.%s.%s: %s; correct it.".formatted(name, key, what));
  }

  @Override
  public void close() {
    database.close();
  }
}
