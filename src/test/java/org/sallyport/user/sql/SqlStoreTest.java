package org.sallyport.user.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sallyport.config.SqlStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.store.Standing;
import org.sallyport.user.store.StoreAwayException;

class SqlStoreTest {

  private static final String BCRYPT =
      "$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2";
  private static final String PERSON =
      "SELECT id, login AS username, hash AS password_hash, mail AS email, active FROM people"
          + " WHERE login = :username";
  private static final String STATE = "SELECT active, hash AS stamp FROM people WHERE id = :id";

  private static final String UPGRADE =
      "UPDATE people SET hash = :hash WHERE id = :id AND hash = :old";

  private final String url = "jdbc:h2:mem:" + Randomness.name() + ";DB_CLOSE_DELAY=-1";
  private Connection table;

  @BeforeEach
  void fill() throws SQLException {
    table = DriverManager.getConnection(url, "sa", "");
    run(
        "CREATE TABLE people (id INT PRIMARY KEY, login VARCHAR(99), hash VARCHAR(200),"
            + " mail VARCHAR(99), active INT)");
    run("CREATE TABLE membership (person INT, team VARCHAR(99))");
    run("INSERT INTO people VALUES (7, 'anna', '" + BCRYPT + "', 'anna@example.org', 1)");
    run("INSERT INTO people VALUES (8, 'ben', '3cb4e732631f47e6eb961f34554b7cde', NULL, 1)");
    run("INSERT INTO membership VALUES (7, 'staff'), (7, 'board'), (8, 'staff')");
  }

  @AfterEach
  void drop() throws SQLException {
    run("DROP ALL OBJECTS");
    table.close();
  }

  private void run(String sql) throws SQLException {
    try (var statement = table.createStatement()) {
      statement.execute(sql);
    }
  }

  private SqlStore store(String person, String state, String upgrade, boolean legacy) {
    var settings =
        new SqlStoreSettings(
            url,
            "sa",
            "",
            2,
            person,
            state,
            "SELECT team FROM membership WHERE person = :id ORDER BY team",
            "SELECT 'mail', mail FROM people WHERE id = :id",
            upgrade,
            legacy,
            Duration.ofSeconds(2));
    return new SqlStore("cms", settings, new PasswordHasher());
  }

  private SqlStore store() {
    return store(PERSON, STATE, "", false);
  }

  private static boolean logsIn(SqlStore store, String name, String password) {
    return store.verify(store.find(name), password);
  }

  @Test
  void theTableDecidesWhetherAPasswordIsRight() {
    var store = store();

    assertThat(logsIn(store, " anna ", "correct horse")).isTrue();
    assertThat(logsIn(store, "anna", "wrong")).isFalse();
    assertThat(logsIn(store, "nobody", "correct horse")).isFalse();
    store.close();
  }

  @Test
  void aNameIsAValueWhateverItContains() {
    var store = store();

    for (var name : new String[] {"' OR 1=1 --", "anna'; DROP TABLE people; --", "%", "an_a"}) {
      assertThat(store.find(name)).as(name).isEmpty();
    }
    assertThat(logsIn(store, "anna", "correct horse")).isTrue();
    store.close();
  }

  @Test
  void weakHashesAreTakenOnlyWhereTheOperatorWantsIt() {
    var strict = store();
    var lenient = store(PERSON, STATE, "", true);

    assertThat(logsIn(strict, "ben", "correct horse")).isFalse();
    assertThat(logsIn(lenient, "ben", "correct horse")).isTrue();
    strict.close();
    lenient.close();
  }

  @Test
  void groupsAndMoreAreReadForWhoeverHasLoggedIn() {
    var store = store();

    var anna = store.welcome(store.find("anna").orElseThrow(), "correct horse");

    assertThat(anna.id()).isEqualTo("7");
    assertThat(anna.profile().email()).contains("anna@example.org");
    assertThat(anna.profile().groups()).isEqualTo(List.of("board", "staff"));
    assertThat(anna.profile().attributes()).isEqualTo(Map.of("mail", "anna@example.org"));
    store.close();
  }

  @Test
  void aHashIsUpgradedOnlyByTheOperatorsQuery() {
    var reading = store();
    reading.welcome(reading.find("anna").orElseThrow(), "correct horse");
    assertThat(reading.find("anna").orElseThrow().secret()).isEqualTo(BCRYPT);
    var writing = store(PERSON, STATE, UPGRADE, false);
    var before = writing.standing("7").orElseThrow();

    var anna = writing.welcome(writing.find("anna").orElseThrow(), "correct horse");

    assertThat(writing.find("anna").orElseThrow().secret()).startsWith("$argon2id$");
    assertThat(anna.standing()).isEqualTo(writing.standing("7").orElseThrow()).isNotEqualTo(before);
    assertThat(logsIn(writing, "anna", "correct horse")).isTrue();
    reading.close();
    writing.close();
  }

  @Test
  void anUpgradeNeverOverwritesAPasswordThatWasChangedMeanwhile() throws SQLException {
    var store = store(PERSON, STATE, UPGRADE, false);
    var anna = store.find("anna").orElseThrow();
    run("UPDATE people SET hash = 'another' WHERE id = 7");

    store.welcome(anna, "correct horse");

    assertThat(store.find("anna").orElseThrow().secret()).isEqualTo("another");
    store.close();
  }

  @Test
  void S17_aLoginWithThePasswordBeforeAChangeIsNoneAfterIt() throws SQLException {
    for (var store : List.of(store(), store(PERSON, STATE, UPGRADE, false))) {
      run("UPDATE people SET hash = '" + BCRYPT + "' WHERE id = 7");
      var anna = store.find("anna").orElseThrow();
      assertThat(store.verify(Optional.of(anna), "correct horse")).isTrue();

      run("UPDATE people SET hash = 'another' WHERE id = 7");

      assertThat(store.welcome(anna, "correct horse").standing().active()).isFalse();
      store.close();
    }
  }

  @Test
  void anUpgradeByAnotherLoginAtTheSameTimeKeepsNobodyOut() {
    var store = store(PERSON, STATE, UPGRADE, false);
    var anna = store.find("anna").orElseThrow();
    store.welcome(anna, "correct horse");

    assertThat(store.welcome(anna, "correct horse").standing())
        .isEqualTo(store.standing("7").orElseThrow());
    store.close();
  }

  @Test
  void S17_theStateIsReadByTheId() throws SQLException {
    var store = store();
    assertThat(store.standing("7")).map(Standing::active).contains(true);

    run("UPDATE people SET active = 0 WHERE id = 7");
    assertThat(store.standing("7")).map(Standing::active).contains(false);
    assertThat(store.find("anna").orElseThrow().standing().active()).isFalse();
    run("DELETE FROM people WHERE id = 7");
    assertThat(store.standing("7")).isEmpty();
    store.close();
  }

  @Test
  void twoRowsOfOneNameAreNobody() throws SQLException {
    run("INSERT INTO people VALUES (9, 'anna', '" + BCRYPT + "', NULL, 1)");
    var store = store();

    assertThat(logsIn(store, "anna", "correct horse")).isFalse();
    store.close();
  }

  @Test
  void wrongQueriesAreToldAtTheStart() {
    var good = store();
    good.check();
    var misspelt = store(PERSON.replace("people", "peeple"), STATE, "", false);
    assertThatThrownBy(misspelt::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sallyport.user-store.cms.sql.person");
    var unnamed = store("SELECT id, hash FROM people WHERE login = :username", "", "", false);
    assertThatThrownBy(unnamed::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("password_hash");
    for (var store : List.of(good, misspelt, unnamed)) {
      store.close();
    }
  }

  @Test
  void aTableThatIsGoneIsAStoreThatIsAway() throws SQLException {
    var store = store();
    run("DROP TABLE people");

    assertThatThrownBy(() -> store.find("anna")).isInstanceOf(StoreAwayException.class);
    store.close();
  }
}
