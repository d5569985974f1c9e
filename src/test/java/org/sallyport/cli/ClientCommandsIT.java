package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Server;

/** {@code sallyport client}: the life of a client, as the applications notice it. */
class ClientCommandsIT {

  private static final Http HTTP = new Http(Server.shared());

  @TempDir private Path folder;
  private Administrator administrator;
  private String id;

  @BeforeEach
  void begin() {
    administrator = new Administrator(folder);
    id = "cli-" + UUID.randomUUID();
  }

  private static int token(String id, String secret) {
    return HTTP.post(
            "/token",
            Http.form("grant_type", "client_credentials"),
            "Authorization",
            Http.basic(id, secret))
        .status();
  }

  private void addMachine(String... more) {
    var command = "client add Maschine " + id + " --type machine --scope read";
    var arguments = (command + " " + String.join(" ", more)).strip().split(" ");
    administrator.done(arguments);
  }

  @Test
  void aGivenIdAndSecretGoOnWorkingAndAreNotRepeated() throws IOException {
    var secret = "a-secret-of-the-old-server-0123456789";
    Files.writeString(folder.resolve("secret"), secret + "\n");

    var added =
        administrator.done(
            "client",
            "add",
            "Maschine",
            id,
            "--type",
            "machine",
            "--scope",
            "read",
            "--secret-file",
            folder.resolve("secret").toString(),
            "-o",
            "json");

    assertThat(added.json().getString("client_id")).isEqualTo(id);
    assertThat(added.out() + added.err()).doesNotContain(secret);
    assertThat(token(id, secret)).isEqualTo(200);
    var shown = administrator.done("client", "show", id);
    assertThat(shown.out()).contains("client_name: Maschine").doesNotContain(secret);
  }

  @Test
  void namesOfAnyLanguageAreShownAsTheyAre() {
    var name = "Größe ✓ " + id;
    var made =
        new Administration(Server.shared()).register("confidential", name, App.WEB.redirectUri());

    assertThat(administrator.done("client", "show", made.id()).out()).contains(name);
  }

  @Test
  void aSecretIsShownOnceAndAnotherTakesItsPlace() {
    var added = administrator.done("client", "add", "M", id, "--type", "machine", "-o", "json");
    var first = added.json().getString("client_secret");
    assertThat(token(id, first)).isEqualTo(200);

    var second = rotate("--keep-old", "P1D");
    assertThat(token(id, first)).isEqualTo(200);
    assertThat(token(id, second)).isEqualTo(200);
    var third = rotate();
    assertThat(token(id, second)).isEqualTo(401);
    assertThat(token(id, third)).isEqualTo(200);
    assertThat(administrator.done("client", "show", id).out()).doesNotContain(third);
  }

  private String rotate(String... more) {
    var arguments = ("client rotate-secret -o json " + id + " " + String.join(" ", more)).strip();
    return administrator.done(arguments.split(" ")).json().getString("client_secret");
  }

  @Test
  void everythingThatAPageCanSetIsSetAndChanged() {
    administrator.done(
        ("client add Web "
                + id
                + " --type web"
                + " --redirect-uri https://a.example.org/cb --redirect-uri https://b.example.org/cb"
                + " --grant-type authorization_code --scope read --scope write"
                + " --allow-subdomains --allow-plain-text-pkce"
                + " --access-token-lifetime PT5M --token-format opaque --response-profile owncloud")
            .split(" "));
    var made = administrator.done("client", "show", id, "-o", "json").json();
    assertThat(made.getJsonArray("redirect_uris")).hasSize(2);
    assertThat(made.getBoolean("allow_subdomains")).isTrue();
    assertThat(made.getBoolean("allow_plain_pkce")).isTrue();
    assertThat(made.getBoolean("trusted")).isFalse();
    assertThat(made.getString("access_token_lifetime")).isEqualTo("PT5M");
    assertThat(made.getString("token_format")).isEqualTo("opaque");

    administrator.done(
        ("client modify "
                + id
                + " --name Web2 --add-redirect-uri https://c.example.org/cb"
                + " --remove-redirect-uri https://a.example.org/cb --remove-scope write"
                + " --add-grant-type refresh_token --trusted --no-allow-subdomains"
                + " --access-token-lifetime default --token-format jwt --deactivate")
            .split(" "));
    var changed = administrator.done("client", "show", id, "-o", "json").json();
    assertThat(changed.getString("client_name")).isEqualTo("Web2");
    assertThat(changed.getJsonArray("redirect_uris").toString())
        .isEqualTo("[\"https://b.example.org/cb\",\"https://c.example.org/cb\"]");
    assertThat(changed.getJsonArray("scopes").toString()).isEqualTo("[\"read\"]");
    assertThat(changed.getJsonArray("grant_types")).hasSize(2);
    assertThat(changed.getBoolean("trusted")).isTrue();
    assertThat(changed.getBoolean("allow_subdomains")).isFalse();
    assertThat(changed.getBoolean("allow_plain_pkce")).isTrue();
    assertThat(changed.isNull("access_token_lifetime")).isTrue();
    assertThat(changed.getBoolean("active")).isFalse();
  }

  @Test
  void aClientGivesUpItsSecretWhenSomebodySaysYesAndGetsAnother() {
    var web = "client add Web " + id + " --type web --redirect-uri https://a.example.org/cb";
    var first = administrator.done((web + " -o json").split(" ")).json();
    assertThat(isProved(first.getString("client_secret"))).isTrue();

    var asked = administrator.run("client", "modify", id, "--public");
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("would end", "--yes").hasLineCount(1);
    assertThat(isProved(first.getString("client_secret"))).isTrue();
    var open = administrator.done("client", "modify", id, "--public", "--yes");
    assertThat(open.out()).contains("type: native", "confidential: false");
    assertThat(open.out()).doesNotContain("client_secret");
    assertThat(isProved(first.getString("client_secret"))).isFalse();

    var second = administrator.done("client", "modify", id, "--confidential", "-o", "json").json();
    assertThat(second.getString("type")).isEqualTo("web");
    assertThat(isProved(second.getString("client_secret"))).isTrue();
    assertThat(isProved(first.getString("client_secret"))).isFalse();
    var same = administrator.done("client", "modify", id, "--confidential");
    assertThat(same.out()).contains("type: web").doesNotContain("client_secret");
  }

  private boolean isProved(String secret) {
    var header = Http.basic(id, secret);
    var form = Http.form("token", "none");
    return HTTP.post("/revoke", form, "Authorization", header).status() == 200;
  }

  @Test
  void aListHasTheColumnsAndClientsThatAreAskedFor() {
    addMachine();

    var listed =
        administrator.done(
            "client", "list", "--columns", "client_id,scopes", "--scope", "read", "--query", id);
    assertThat(listed.out()).hasLineCount(2).contains("client_id", id);
    assertThat(administrator.done("client", "list", "--scope", "write", "--query", id).out())
        .doesNotContain(id);
    assertThat(administrator.done("client", "list", "--grant-type", "client_credentials").out())
        .contains(id);
    var unknown = administrator.run("client", "list", "--columns", "client_secret");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("--columns").hasLineCount(1);
  }

  @Test
  void aRemovalAsksAndTakesEverythingWithIt() {
    addMachine();

    var asked = administrator.run("client", "remove", id);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("would end", "--yes").hasLineCount(1);
    administrator.done("client", "remove", id, "--yes");
    var gone = administrator.run("client", "show", id);
    assertThat(gone.code()).isOne();
    assertThat(gone.err()).startsWith("sallyport: ").hasLineCount(1);
  }

  @Test
  void whatTheServerRefusesIsSaidInOneSentence() throws IOException {
    Files.writeString(folder.resolve("short"), "short");
    for (var refused :
        new String[] {
          "client add X " + id + " --type machine --secret-file " + folder.resolve("short"),
          "client add X " + id + " --type web --redirect-uri javascript:alert(1)",
          "client add X " + id + " --type native --redirect-uri http://127.0.0.1/cb --trusted",
          "client modify no-such-client --deactivate",
          "client modify demo-machine --public",
        }) {
      var ended = administrator.run(refused.split(" "));
      assertThat(ended.code()).as(refused).isOne();
      assertThat(ended.err()).startsWith("sallyport: ").hasLineCount(1);
    }
    var trusting = administrator.run("client", "add", "X", id, "--force-trust");
    assertThat(trusting.code()).isEqualTo(2);
    assertThat(trusting.err()).contains("localhost").hasLineCount(1);
  }
}
