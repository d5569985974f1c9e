package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** The number on an error page is in the log. */
class TraceIT {

  private static final Server SERVER = Server.shared();
  private static final Pattern NUMBER = Pattern.compile("<code[^>]*>([0-9A-Za-z_-]{22})</code>");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/no/such/page",
        "/authorize?client_id=nobody",
        "/authorize?client_id=%ff",
        "/consent?tx=abc"
      })
  void itIsFoundThere(String path) {
    var body = Person.of(SERVER, "bob").open(path).body();
    var number = NUMBER.matcher(body).results().findFirst().orElseThrow().group(1);
    assertThat(SERVER.logText()).contains("request " + number + " ended with 4");
  }
}
