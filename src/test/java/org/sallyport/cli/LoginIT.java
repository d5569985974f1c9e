package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Ports;
import org.sallyport.testing.Program;
import org.sallyport.testing.Program.Ended;
import org.sallyport.testing.Server;

/** How the command line comes to its rights, and what it says where it has none. */
class LoginIT {

  private static final String SERVER = Server.shared().issuer().toString();

  @TempDir private Path folder;

  private Path secret(String text) throws IOException {
    return Files.writeString(folder.resolve("secret"), text + "\n");
  }

  private static void assertEnded(Ended ended, int code, String... words) {
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("sallyport: ").contains(words).hasLineCount(1);
  }

  @Test
  void aLoginServesTheCommandsThatFollowUntilItIsForgotten() throws IOException {
    var program = Program.in(folder);
    var login =
        program.run(
            "login",
            "--url",
            SERVER + "/",
            "--client-id",
            Administrator.ID,
            "--client-secret-file",
            secret(Administrator.SECRET).toString());
    assertThat(login.code()).as(login.err()).isZero();

    var file = folder.resolve("config/sallyport/login.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).content().doesNotContain(Administrator.SECRET);
    assertThat(program.run("client", "list", "--query", "demo-web").out()).contains("demo-web");
    // What was left for one server is sent to no other.
    var other = "http://127.0.0.1:" + Server.shared().port();
    assertEnded(program.run("client", "list", "--url", other), 3, "--client-id");

    assertThat(program.run("logout").code()).isZero();
    assertEnded(program.run("client", "list"), 2, "--url");
  }

  @Test
  void aSecretIsKeptOnlyWhereThatIsSaid() throws IOException {
    var program = Program.in(folder).with("SALLYPORT_CLIENT_SECRET", Administrator.SECRET);
    var login = new String[] {"login", "--url", SERVER, "--client-id", "demo-admin"};
    var file = folder.resolve("config/sallyport/login.json");

    assertThat(program.run(login).code()).isZero();
    assertThat(file).content().doesNotContain(Administrator.SECRET);
    var remembering =
        new String[] {login[0], login[1], login[2], login[3], login[4], "--remember-secret"};
    assertThat(program.run(remembering).code()).isZero();
    assertThat(file).content().contains(Administrator.SECRET);
    assertThat(Program.in(folder).run("client", "show", "demo-web").code()).isZero();
  }

  @Test
  void whoHasNoRightIsToldSo() throws IOException {
    var program = Program.in(folder).with("SALLYPORT_URL", SERVER);
    var wrong = program.with("SALLYPORT_CLIENT_ID", "demo-admin");
    var list = new String[] {"client", "list"};

    assertEnded(wrong.with("SALLYPORT_CLIENT_SECRET", "not-it").run(list), 3, "refuses the client");
    assertEnded(wrong.run(list), 3, "--client-secret-file");
    assertEnded(
        program
            .with("SALLYPORT_CLIENT_ID", "demo-machine")
            .with("SALLYPORT_CLIENT_SECRET", "demo-machine-secret-0123456789abcdef0123456789ab")
            .run(list),
        3,
        "demo-machine",
        "sallyport:admin");
    assertEnded(
        program
            .with("SALLYPORT_CLIENT_ID", "demo-web")
            .with("SALLYPORT_CLIENT_SECRET", "demo-web-secret-0123456789abcdef0123456789abcdef")
            .run(list),
        3,
        "client_credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "client add x",
        "client list",
        "client show x",
        "client modify x --activate",
        "client remove x --yes",
        "client rotate-secret x",
        "tokens purge",
        "tokens revoke --user x --yes",
        "keys list",
        "keys rotate",
      })
  void aServerThatIsAwayIsNamed(String command) {
    var away = "localhost:" + Ports.free();
    var program =
        Program.in(folder)
            .with("SALLYPORT_URL", "http://" + away)
            .with("SALLYPORT_CLIENT_ID", "demo-admin")
            .with("SALLYPORT_CLIENT_SECRET", Administrator.SECRET);

    assertEnded(program.run(command.split(" ")), 4, away);
  }

  @Test
  void aSecretIsNeverSentWhereOthersCanReadIt() {
    var program =
        Program.in(folder)
            .with("SALLYPORT_CLIENT_ID", "demo-admin")
            .with("SALLYPORT_CLIENT_SECRET", Administrator.SECRET);

    for (var url : new String[] {"http://id.example.org", "ftp://localhost", "id.example.org"}) {
      assertEnded(program.run("client", "list", "--url", url), 2, "https://");
    }
    // RFC 8414 §3.3: this address is the same server, and not what it calls itself.
    assertEnded(
        program.run("login", "--url", "http://127.0.0.1:" + Server.shared().port()), 1, SERVER);
  }
}
