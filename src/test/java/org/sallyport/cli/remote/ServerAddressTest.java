package org.sallyport.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.cli.terminal.CommandFailure;

class ServerAddressTest {

  @Test
  void aSlashAtTheEndIsNoOtherServer() {
    assertThat(ServerAddress.of("https://id.example.org/")).hasToString("https://id.example.org");
    assertThat(ServerAddress.of("http://[::1]:8080")).hasToString("http://[::1]:8080");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "http://localhost.example.org",
        "https://anna:secret@id.example.org",
        "http://localhost@id.example.org",
        "ftp://localhost",
        "id.example.org",
        "https:",
        "https://id.example.org/#x",
        "https://a b",
        "",
      })
  void nothingIsSentWhereOthersCouldRead(String url) {
    assertThatThrownBy(() -> ServerAddress.of(url))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("https://");
  }
}
