package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/**
 * {@code sallyport tokens} and {@code sallyport keys} at a server, as the applications notice them.
 */
class TokenCommandsIT {

  private static final Server SERVER = Server.shared();

  @TempDir private Path folder;
  private Administrator administrator;

  @BeforeEach
  void begin() {
    administrator = new Administrator(folder);
  }

  private static Answer tokens(App client, String person) {
    var flow = client.flow(SERVER);
    return flow.redeem(flow.code(Person.of(SERVER, person)));
  }

  private static boolean isAlive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }

  private static void assertDead(App client, Answer tokens) {
    assertThat(isAlive(tokens.text("access_token"))).isFalse();
    var refreshing = new String[] {"grant_type", "refresh_token", "refresh_token", ""};
    refreshing[3] = tokens.text("refresh_token");
    assertThat(client.post(SERVER, "/token", refreshing).error()).isEqualTo("invalid_grant");
  }

  @Test
  void whatPeopleAllowedAClientEndsWhereThatIsSaid() {
    var client = new Administration(SERVER).register("confidential", "CLI", App.WEB.redirectUri());
    var ofAlice = tokens(client, "alice");
    var ofBob = tokens(client, "bob");
    var revoke = new String[] {"tokens", "revoke", "--client", client.id(), "--user", "bob"};

    assertThat(administrator.done(with(revoke, "--dry-run")).out()).contains("would end: 1");
    var asked = administrator.run(revoke);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("--yes").hasLineCount(1);
    assertThat(isAlive(ofBob.text("access_token"))).isTrue();

    var ended = administrator.done(with(revoke, "--yes", "-o", "json"));
    assertThat(ended.json().getInt("grants")).isOne();
    assertDead(client, ofBob);
    assertThat(isAlive(ofAlice.text("access_token"))).isTrue();

    administrator.done("tokens", "revoke", "--client", client.id(), "--before", "2020-01-31", "-y");
    assertThat(isAlive(ofAlice.text("access_token"))).isTrue();
    administrator.done("tokens", "revoke", "--client", client.id(), "--before", "2999-01-31", "-y");
    assertDead(client, ofAlice);
  }

  private static String[] with(String[] command, String... more) {
    var all = Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return all;
  }

  @Test
  void oneGrantEndsAndNoOther() throws Exception {
    var client = new Administration(SERVER).register("confidential", "CLI", App.WEB.redirectUri());
    var first = tokens(client, "alice");
    var second = tokens(client, "alice");
    var grant = SignedJWT.parse(first.text("access_token"));
    var id = grant.getJWTClaimsSet().getStringClaim("gid");

    administrator.done("tokens", "revoke", "--grant", id, "--yes");

    assertDead(client, first);
    assertThat(isAlive(second.text("access_token"))).isTrue();
    var unknown = administrator.run("tokens", "revoke", "--grant", "no-such-grant", "--yes");
    assertThat(unknown.code()).isOne();
    assertThat(unknown.err()).contains("no such grant").hasLineCount(1);
    assertThat(administrator.run("tokens", "revoke", "--yes").code()).isEqualTo(2);
  }

  @Test
  void whatHasExpiredIsDeletedByItsKind() {
    var purged = administrator.done("tokens", "purge", "-c", "-o", "json").json();
    assertThat(purged.getInt("access_tokens")).isZero();
    assertThat(purged.getInt("refresh_tokens")).isZero();
    assertThat(purged).containsKey("codes");
    var client =
        new Administration(SERVER)
            .register(
                "",
                "name",
                "Short",
                "type",
                "machine",
                "scopes",
                "read",
                "token_format",
                "opaque",
                "access_lifetime",
                "PT0.001S");
    assertThat(purgesAnAccessToken(client)).as("without an option all").isTrue();
    assertThat(purgesAnAccessToken(client, "-a")).isTrue();
    assertThat(purgesAnAccessToken(client, "-r")).isFalse();
    assertThat(purgesAnAccessToken(client, "-c")).isFalse();
    assertThat(administrator.done("tokens", "purge").out())
        .contains("access_tokens: ", "refresh_tokens: ", "codes: ");
  }

  /** The clean-up of each minute may be quicker, but not each time. */
  private boolean purgesAnAccessToken(App client, String... options) {
    var deleted = 0;
    for (var tries = 0; tries < 3 && deleted == 0; tries++) {
      client.post(SERVER, "/token", "grant_type", "client_credentials").text("access_token");
      var command = with(new String[] {"tokens", "purge", "-o", "json"}, options);
      deleted = administrator.done(command).json().getInt("access_tokens");
    }
    return deleted > 0;
  }

  @Test
  void aKeyIsListedAndAnotherFollows() {
    var rotate = new String[] {"keys", "rotate", "--algorithm", "EdDSA"};
    var announced = administrator.run(rotate);
    // Another test may have announced one before.
    assertThat(announced.code()).as(announced.err()).isIn(0, 1);
    var again = administrator.run(rotate);
    assertThat(again.code()).isOne();
    assertThat(again.err()).startsWith("sallyport: ").hasLineCount(1);

    assertThat(administrator.run(with(rotate, "--at-once")).code()).isEqualTo(2);
    var key = administrator.done(with(rotate, "--at-once", "--yes", "-o", "json")).json();
    assertThat(key.getString("state")).isEqualTo("active");
    assertThat(administrator.done("keys", "list").out()).contains("kid", key.getString("kid"));
    assertThat(new Http(SERVER).get("/.well-known/jwks.json").body())
        .contains(key.getString("kid"));
  }
}
