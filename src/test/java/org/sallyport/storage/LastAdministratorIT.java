package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Page;
import org.sallyport.testing.People;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** However many try at the same moment, one administrator who can sign in stays. */
class LastAdministratorIT {

  private static final int ROUNDS = 3;

  /** Two administrators, each at the page of the other, or of oneself. */
  private record Pair(People first, String firstId, People second, String secondId) {

    static Pair in(Server server, People.Made one, People.Made two) {
      return new Pair(
          new People(server, one.person()), one.id(), new People(server, two.person()), two.id());
    }

    People by(int number) {
      return number == 0 ? first : second;
    }

    String whom(int number) {
      return number == 0 ? secondId : firstId;
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoAdministratorsCanNotShutEachOtherOut(DatabaseKind kind) {
    var options = StartOptions.of(Map.of("sallyport.demo", "true"));
    var server = Server.start(options.with(kind.newDatabase()));
    try {
      var root = new People(server);
      var rootId = demoAdministrator(server, root);
      for (var round = 0; round < ROUNDS; round++) {
        var one = root.administrator("one-" + kind + round);
        var two = root.administrator("two-" + kind + round);
        var pair = Pair.in(server, one, two);
        one.person().loggedIn();
        two.person().loggedIn();
        // Those two are now the only ones.
        assertThat(pair.first().press(rootId, "disable").body()).contains("Switched off");
        root = together(pair, round);
        var back = root.press(rootId, "enable");
        assertThat(back.body()).contains("The account is switched on");
        root = new People(server);
        shutOut(root, one.id());
        shutOut(root, two.id());
        assertLast(root, rootId);
      }
    } finally {
      server.stop();
    }
  }

  /** Switches somebody off who is still there. */
  private static void shutOut(People root, String id) {
    var page = root.edit(id);
    if (page.status() == 200 && page.has("disable")) {
      root.administrator().press(page, "disable");
    }
  }

  /** Each shuts the other out, in one of three ways; whoever is left comes back. */
  private static People together(Pair pair, int round) {
    var pages = new Page[] {page(pair, 0, round), page(pair, 1, round)};
    var button = round == 0 ? "disable" : round == 1 ? "save" : "delete";
    Together.run(
        2,
        number -> {
          var administrator = pair.by(number).administrator();
          return round == 1
              ? administrator.send(pages[number], button, "administrator", "false")
              : administrator.send(pages[number], button);
        });
    var left = new ArrayList<People>();
    for (var people : new People[] {pair.first(), pair.second()}) {
      if (people.administrator().open("/admin/users/new").has("create")) {
        left.add(people);
      }
    }
    assertThat(left).as("administrators who are left, round " + round).hasSize(1);
    return left.get(0);
  }

  private static Page page(Pair pair, int number, int round) {
    var address = "/admin/users/edit?id=" + pair.whom(number);
    return pair.by(number).administrator().open(address + (round == 2 ? "&delete=1" : ""));
  }

  /** Nobody can shut out the last one, who can't do it either. */
  private static void assertLast(People root, String id) {
    var newcomer = root.create("new-" + System.nanoTime(), "administrator", "true");
    assertThat(newcomer.body()).as("has no password yet").contains("token=");
    assertThat(root.press(id, "disable").body()).contains("This is the last administrator");
    assertThat(root.press(id, "save", "administrator", "false").body())
        .contains("This is the last administrator");
    var question = root.administrator().open("/admin/users/edit?id=" + id + "&delete=1");
    assertThat(root.administrator().press(question, "delete").body())
        .contains("This is the last administrator");
    assertThat(root.edit(id).status()).isEqualTo(200);
  }

  private static String demoAdministrator(Server server, People root) {
    var flow = App.WEB.flow(server);
    var tokens = flow.tokens(root.administrator());
    try {
      return JWTParser.parse(tokens.getAccessToken().getValue()).getJWTClaimsSet().getSubject();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
