package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.testing.Answer;
import org.sallyport.testing.Http;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** From an empty database to its first administrator, on two nodes, and never again. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FirstRunIT {

  private static final Pattern LINK =
      Pattern.compile("http://\\S+(/setup\\?token=[0-9A-Za-z]{64})");
  private static final String PASSWORD = "six-otters-read-the-news";

  private List<Server> nodes;
  private String link;

  @BeforeAll
  void startOnAnEmptyDatabase() {
    nodes =
        Nodes.startTwo(
                StartOptions.of(
                        Map.of(
                            "OAUTH2_ENCRYPTION_KEY",
                            "an encryption key that both nodes have",
                            "OAUTH2_PRIVATE_KEY_PATH",
                            Nodes.signingKey().toString()))
                    .with(DatabaseKind.POSTGRES.newDatabase()))
            .join();
    link = link(nodes.get(0));
  }

  @AfterAll
  void stop() {
    nodes.forEach(Server::kill);
  }

  @Test
  void theAddressesOfOwnCloudAreAbsentUnlessSwitchedOn() {
    for (var base : List.of("/index.php/apps/oauth2", "/apps/oauth2")) {
      var http = new Http(nodes.get(0));
      assertThat(http.get(base + "/authorize").status()).isEqualTo(404);
      assertThat(http.post(base + "/authorize", "").status()).isEqualTo(404);
      assertThat(http.post(base + "/api/v1/token", "").status()).isEqualTo(404);
    }
  }

  private static String link(Server server) {
    return LINK.matcher(server.logText()).results().map(hit -> hit.group(1)).toList().get(0);
  }

  private Person stranger(int node) {
    return Person.of(nodes.get(node), "nobody");
  }

  private static Page form(Person person, String address) {
    return person.open(address + "&step=administrator");
  }

  private static Answer appoint(Person person, Page page, String name, String password) {
    return person.send(
        page, "appoint", "username", name, "password", password, "repeated", password);
  }

  @Test
  @Order(1)
  void eachNodeWritesALinkThatEveryNodeServes() {
    assertThat(link(nodes.get(1))).isNotEqualTo(link);
    for (var node : List.of(0, 1)) {
      var page = stranger(node).open(link);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.body()).contains(nodes.get(node).issuer().toString());
    }
  }

  @Test
  @Order(2)
  void withoutAGoodLinkThereIsNoPage() {
    for (var path : List.of("/setup", "/setup?token=", "/setup?token=" + "a".repeat(64))) {
      assertThat(stranger(0).get(path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  @Order(3)
  void S10_aFormWithoutItsTokenOrAnotherBrowsersMakesNobody() {
    var page = form(stranger(0), link);
    var foreign = appoint(stranger(0), page, "mallory", PASSWORD);
    assertThat(foreign.header("Location")).isEmpty();
    var own = stranger(0);
    var answer =
        own.send(
            form(own, link),
            "appoint",
            "csrf",
            "x",
            "username",
            "mallory",
            "password",
            PASSWORD,
            "repeated",
            PASSWORD);
    assertThat(answer.body()).contains("open for too long");
  }

  @Test
  @Order(4)
  void whatIsWrongIsSaidAndTheNameIsKept() {
    var person = stranger(0);
    var page = form(person, link);
    assertThat(appoint(person, page, "Anna", "short").body())
        .contains("at least", "value=\"Anna\"")
        .doesNotContain("value=\"short\"");
    assertThat(appoint(person, page, " ", PASSWORD).body()).contains("Give a username");
    var differing =
        person.send(
            page, "appoint", "username", "Anna", "password", PASSWORD, "repeated", "other-words");
    assertThat(differing.body()).contains("The two passwords differ");
  }

  @Test
  @Order(5)
  void ofAllWhoTryAtOnceWithAnyLinkOneBecomesTheAdministrator() {
    var links = List.of(link, link(nodes.get(1)));
    var answers =
        Together.run(
            8,
            number -> {
              var person = stranger(number % 2);
              var page = form(person, links.get(number / 2 % 2));
              return page.has("appoint")
                  ? appoint(person, page, "anna" + number, PASSWORD)
                  : page.answer();
            });
    assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() != 303))
        .extracting(Answer::status)
        .containsOnly(404);
  }

  @Test
  @Order(6)
  void afterwardsThePageIsGoneOnEveryNodeAndAfterARestart() {
    assertGone();
    nodes.get(1).restart();
    assertGone();
    var log = nodes.get(1).logText();
    assertThat(LINK.matcher(log).results()).as("no new link").hasSize(1);
  }

  private void assertGone() {
    for (var node : nodes) {
      assertThat(new Http(node).get(link).status()).isEqualTo(404);
      assertThat(new Http(node).get(link(nodes.get(1))).status()).isEqualTo(404);
    }
  }

  @Test
  @Order(7)
  void settingsDoTheSameWithoutALink(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
    var server =
        Server.start(
            StartOptions.none()
                .withEnvironment("SALLYPORT_ADMIN_USERNAME", "Anna")
                .withEnvironment("SALLYPORT_ADMIN_PASSWORD_FILE", file.toString()));
    assertThat(server.logText()).doesNotContain("/setup?token=").doesNotContain(PASSWORD);
    assertThat(new Http(server).get("/setup").status()).isEqualTo(404);
    var anna = Person.of(server, "anna");
    var login = anna.open("/admin/clients");
    var page = anna.press(login, "login", "username", "anna", "password", PASSWORD);
    assertThat(page.address().getPath()).isEqualTo("/admin/clients");
    server.kill();
  }
}
