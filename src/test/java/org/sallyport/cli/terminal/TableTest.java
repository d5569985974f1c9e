package org.sallyport.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.Json;

class TableTest {

  @Test
  void columnsAreAsWideAsWhatTheyHold() {
    var items =
        List.of(
            Json.parse("{\"id\": \"a\", \"uris\": [\"x:1\", \"x:2\"], \"on\": true}"),
            Json.parse("{\"id\": \"größer\", \"uris\": [], \"on\": null}"));

    assertThat(Table.of(List.of("id", "uris", "on"), items))
        .containsExactly("id      uris     on", "a       x:1 x:2  true", "größer");
  }

  @Test
  void aNameOfSomebodyElseCannotSteerTheTerminal() {
    var name = "a\u001b[2J\u202Eb\r\nc نص";

    assertThat(Answer.printable(name)).isEqualTo("a\uFFFD[2J\uFFFDb\uFFFD\uFFFDc نص");
  }

  @Test
  void aNameInJsonCannotSteerItEither() {
    var name = "a\u009b2J\u202Eb\u200Fc\u007fd نص " + Character.toString(0xE0041);
    var json = "{\n \"name\": \"" + name + "\"\n}";

    var shown = Answer.escaped(json);
    assertThat(shown)
        .isEqualTo("{\n \"name\": \"a\\u009b2J\\u202eb\\u200fc\\u007fd نص \\udb40\\udc41\"\n}");
    assertThat(Json.parse(shown).getString("name")).isEqualTo(name);
  }
}
