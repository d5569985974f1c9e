package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Program;

/** What the command line says of itself, and to those who call it wrongly. */
class UsageIT {

  @TempDir private Path folder;

  @Test
  void theHelpNamesEachCommandAndTheExitCodes() {
    var help = Program.in(folder).run("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains(
            "login", "client", "tokens", "keys", "db", "generate-completion", "4   the server");
    assertThat(help.err()).isEmpty();
    assertThat(Program.in(folder).run("--version").out()).matches("sallyport \\d\\S+\\R");
  }

  @Test
  void theCompletionKnowsEveryCommandAndOption() {
    var completion = Program.in(folder).run("generate-completion");

    assertThat(completion.code()).isZero();
    assertThat(completion.out()).contains("bash", "unlock", "--passphrase-file", "postgresql");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-such-command",
        "--no-such-option",
        "keys",
        "keys generate --no-such-option",
        "keys generate too much",
        "db sql",
        "db sql --platform oracle",
        "db unlock",
        "login --no-such-option",
        "logout --no-such-option",
        "client add",
        "client list --no-such-option",
        "client show",
        "client modify x --no-such-option",
        "client remove",
        "client rotate-secret",
        "tokens purge --no-such-option",
        "tokens revoke --no-such-option",
        "keys list --no-such-option",
        "keys rotate --no-such-option",
      })
  void aWrongCallIsOneSentenceAndExitCodeTwo(String line) {
    var ended = Program.in(folder).run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("sallyport: ").contains("--help'.").hasLineCount(1);
  }
}
