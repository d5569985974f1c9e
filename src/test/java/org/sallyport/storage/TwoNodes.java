package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Databases.Database;
import org.sallyport.testing.Person;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** Two server processes behind a balancer on one database, as these tests find them everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {

  private static final int REQUESTS = 20;
  private static final int EXPIRED = 1200;
  private static final String KEY = "an encryption key of two nodes, long enough";

  private final DatabaseKind kind;
  private final Relay balancer = Relay.on(Ports.free());
  private Database database;
  private List<Server> nodes;
  private Person alice;

  TwoNodes(DatabaseKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void startBothAtTheSameMoment() throws SQLException {
    database = kind.newDatabase();
    try (var freeze = kind.forbidNewTables(database)) {
      var starting = Nodes.startTwo(options());
      Patience.await("both nodes make the first table", () -> freeze.waiting() == 2);
      freeze.close();
      nodes = starting.join();
    }
    balancer.to(nodes.get(0).port(), nodes.get(1).port());
    alice = Person.of(nodes.get(0), "alice").loggedIn();
  }

  @AfterAll
  void stop() {
    nodes.forEach(Server::kill);
    balancer.close();
  }

  private StartOptions options() {
    return StartOptions.of(
            Map.of(
                "sallyport.issuer",
                "http://127.0.0.1:" + balancer.port(),
                "sallyport.demo",
                "true",
                "sallyport.key.overlap",
                "PT4S",
                "OAUTH2_ENCRYPTION_KEY",
                KEY,
                "OAUTH2_PRIVATE_KEY_PATH",
                Nodes.signingKey().toString()))
        .with(database);
  }

  private Server node(int number) {
    return nodes.get(number % nodes.size());
  }

  @Test
  void parallelRefreshesOnBothNodesGiveOneSuccessor() {
    var token = Refreshing.newToken(node(0), alice);

    var answers = Together.run(REQUESTS, number -> Refreshing.refresh(node(number), token));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    var successors = answers.stream().map(answer -> answer.text("refresh_token")).distinct();
    assertThat(successors).hasSize(1).doesNotContain(token);
  }

  @Test
  void aTokenTwoGenerationsOldEndsTheGrantOnBothNodes() {
    var first = Refreshing.newToken(node(0), alice);
    var second = Refreshing.refresh(node(1), first).text("refresh_token");
    var third = Refreshing.refresh(node(0), second);

    assertThat(Refreshing.refresh(node(1), first).error()).isEqualTo("invalid_grant");

    var newest = third.text("refresh_token");
    for (var node : nodes) {
      assertThat(Refreshing.refresh(node, newest).error()).isEqualTo("invalid_grant");
      assertThat(Refreshing.isAlive(node, third.text("access_token"))).isFalse();
    }
  }

  @Test
  void parallelRedemptionsOfACodeGiveOneAnswerWhoseTokensAreDead() {
    var flow = App.WEB.flow(node(0));
    var code = flow.code(alice);

    var answers =
        Together.run(REQUESTS, number -> Refreshing.redeem(node(number), code, flow.verifier()));

    var won = answers.stream().filter(answer -> answer.status() == 200).toList();
    var lost = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(won).hasSize(1);
    assertThat(lost).extracting(Answer::status).containsOnly(400);
    assertThat(lost).extracting(Answer::error).containsOnly("invalid_grant");
    for (var node : nodes) {
      assertThat(Refreshing.isAlive(node, won.get(0).text("access_token"))).isFalse();
      assertThat(Refreshing.refresh(node, won.get(0).text("refresh_token")).error())
          .isEqualTo("invalid_grant");
    }
  }

  @Test
  void parallelRevocationsOfAnAccessTokenAllSucceed() {
    var flow = App.WEB.flow(node(0));
    var token = flow.redeem(flow.code(alice)).text("access_token");

    var answers =
        Together.run(REQUESTS, number -> App.WEB.post(node(number), "/revoke", "token", token));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(Refreshing.isAlive(node(1), token)).isFalse();
  }

  @Test
  void aFlowMayChangeTheNodeWithEachRequest() {
    var flow = App.SPA.flow(node(1));
    var bob = Person.of(node(0), "bob");

    var answer = flow.redeem(flow.code(bob));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Refreshing.isAlive(node(0), answer.text("access_token"))).isTrue();
  }

  @Test
  void aClientDeletedOnOneNodeIsSoonGoneOnTheOther() {
    var administration = new Administration(node(0));
    var client =
        administration.register(
            "",
            "name",
            "Short-lived",
            "type",
            "confidential",
            "grant_types",
            "client_credentials",
            "scopes",
            "read");
    assertThat(machineToken(node(1), client).status()).isEqualTo(200);
    assertThat(machineToken(node(0), client).status()).isEqualTo(200);

    var administrator = administration.administrator();
    administrator.press(administrator.open("/admin/clients/delete?id=" + client.id()), "delete");

    assertThat(machineToken(node(0), client).error()).isEqualTo("invalid_client");
    Patience.await(
        "the other node forgets the client",
        () -> machineToken(node(1), client).error().equals("invalid_client"));
  }

  private static Answer machineToken(Server node, App client) {
    return client.post(node, "/token", "grant_type", "client_credentials");
  }

  @Test
  void aClientChangedInTheDatabaseIsSoonSeenOnBothNodes() throws SQLException {
    for (var node : nodes) {
      assertThat(machineToken(node, App.MACHINE).text("access_token")).contains(".");
    }

    Rows.run(database, "UPDATE client SET token_format = 'opaque' WHERE id = 'demo-machine'");
    Rows.run(database, "UPDATE change_counter SET counter = counter + 1");

    for (var node : nodes) {
      Patience.await(
          "the new form of tokens",
          () -> machineToken(node, App.MACHINE).text("access_token").length() == 64);
    }
    var token = machineToken(node(0), App.MACHINE).text("access_token");
    assertThat(Refreshing.isAlive(node(1), token)).isTrue();
  }

  @Test
  void aRotationUnderLoadFailsNoRequestAndRefusesNoToken() {
    var load = new RotationLoad(nodes);
    var first = load.token(node(0));
    var answers =
        Together.run(
            5,
            number ->
                number == 0 ? load.rotate(RotationLoad.kid(first)) : load.untilRotated(number));

    assertThat(answers).as("failures").allSatisfy(failures -> assertThat(failures).isEmpty());
    for (var node : nodes) {
      assertThat(RotationLoad.kid(load.token(node))).isNotEqualTo(RotationLoad.kid(first));
      assertThat(Refreshing.isAlive(node, first)).isTrue();
    }
  }

  @Test
  void expiredRowsAreDeletedByOneNodeInBatchesAndOthersStay() throws SQLException {
    Rows.insertRevoked(database, "expired", EXPIRED, Instant.now().minusSeconds(60));
    Rows.insertRevoked(database, "valid", 1, Instant.now().plusSeconds(3600));

    Patience.await("the clean-up", () -> Rows.countRevoked(database, "expired") == 0);

    assertThat(Rows.countRevoked(database, "valid")).isEqualTo(1);
    var line = "deleted " + EXPIRED + " expired rows of RevokedToken";
    Patience.await("the line in a log", () -> logs().anyMatch(log -> log.contains(line)));
    assertThat(logs().filter(log -> log.contains("expired rows of RevokedToken"))).hasSize(1);
  }

  private Stream<String> logs() {
    return nodes.stream().map(Server::logText).map(text -> text.replace(",", "").replace(".", ""));
  }

  @Test
  void firstRowsWrittenAtTheSameMomentStopNeitherNode() throws SQLException {
    var fresh = kind.newDatabase();
    Rows.makeTables(fresh);
    try (var canary = kind.forbidWriting(fresh, "canary");
        var scopes = kind.forbidWriting(fresh, "scope")) {
      var starting = Nodes.startTwo(options().with(fresh));
      Patience.await("both nodes write the canary", () -> canary.waiting() == 2);
      canary.close();
      Patience.await("both nodes write demo data", () -> scopes.waiting() == 2);
      scopes.close();
      for (var node : starting.join()) {
        assertThat(machineToken(node, App.MACHINE).status()).isEqualTo(200);
        node.kill();
      }
    }
  }
}
