package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;

/** The people and clients of the benchmark, and what they begin a run with. */
final class People {

  static final String PASSWORD = "alice-in-demo-land";
  static final App ES256 = App.confidential("bench-es256", App.MACHINE.secret().orElseThrow());
  static final App OPAQUE = App.confidential("bench-opaque", App.WEB.secret().orElseThrow());

  /** So many log in themselves; more would tell nothing new. */
  private static final int WITH_SESSION = 16;

  private static final int ALL = 400;

  private final Target target;
  private final Path state;
  private final List<Person> loggedIn = new ArrayList<>();

  private People(Target target, Path state) {
    this.target = target;
    this.state = state;
  }

  /** Adds them, and logs some in. */
  static People arrive(Target target, Path state) {
    var people = new People(target, state);
    try (var connection = target.database().connect()) {
      people.add(new Rows(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("the people of the benchmark cannot be added", e);
    }
    for (var i = 1; i <= WITH_SESSION; i++) {
      people.loggedIn.add(Person.with(target.server(), "bench-" + i, PASSWORD).loggedIn());
    }
    people.write("people", IntStream.rangeClosed(1, ALL).mapToObj(i -> "bench-" + i).toList());
    return people;
  }

  private void add(Rows rows) throws SQLException {
    rows.copy(
        "app_user",
        "t.canonical_name = 'alice'",
        ALL,
        Map.of(
            "id", "CONCAT('00000000-0000-7000-8000-', LPAD(CAST(n AS CHAR(12)), 12, '0'))",
            "username", "CONCAT('bench-', n)",
            "canonical_name", "CONCAT('bench-', n)",
            "store_id", "CONCAT('bench-', n)"));
    copyClient(rows, "demo-machine", "bench-es256", Map.of("signing_algorithm", "'ES256'"));
    copyClient(rows, "demo-web", "bench-opaque", Map.of("token_format", "'opaque'"));
  }

  private static void copyClient(Rows rows, String from, String to, Map<String, String> changed)
      throws SQLException {
    var columns = new java.util.HashMap<>(changed);
    columns.put("id", "'" + to + "'");
    rows.copy("client", "t.id = '" + from + "'", 1, columns);
    rows.copy(
        "client_secret",
        "t.client_id = '" + from + "'",
        1,
        Map.of("id", "'" + to + "'", "client_id", "'" + to + "'"));
  }

  /** The cookies of those who are logged in and have allowed the client. */
  void bringCookies(App app) {
    loggedIn.forEach(person -> app.flow(target.server()).code(person));
    write("cookies", loggedIn.stream().map(People::cookies).toList());
  }

  private static String cookies(Person person) {
    return person.cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Fresh tokens of so many grants for each of those who are logged in. */
  void bringTokens(App app, int each) {
    var access = new ArrayList<String>();
    var refresh = new ArrayList<String>();
    for (var person : loggedIn) {
      for (var i = 0; i < each; i++) {
        var tokens = app.flow(target.server()).tokens(person);
        access.add(tokens.getAccessToken().getValue());
        refresh.add(tokens.getRefreshToken().getValue());
      }
    }
    write("access", access);
    write("refresh", refresh);
  }

  private void write(String name, List<String> lines) {
    try {
      Files.write(state.resolve(name), lines);
    } catch (IOException e) {
      throw new IllegalStateException("cannot write " + name, e);
    }
  }
}
