package org.sallyport.admin.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sallyport.admin.list.ListOrder.ASCENDING;
import static org.sallyport.admin.list.ListOrder.DESCENDING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.admin.list.ListPlan.Option;

/** The URL of a list, read and written. */
class ListStateTest {

  private static final ListPlan<String> PLAN =
      ListPlan.of(String.class, "Thing", "e.id")
          .searched(UnaryOperator.identity(), "e.name LIKE :part")
          .filtered("status", "thing.status", new Option("on", "thing.on", "e.active = true"))
          .sorted("name", ASCENDING, "e.name")
          .sorted("created", DESCENDING, "e.createdAt");

  private static ListState read(String... pairs) {
    var parameters = new TreeMap<String, String>();
    for (var i = 0; i < pairs.length; i += 2) {
      parameters.put(pairs[i], pairs[i + 1]);
    }
    return ListState.read(PLAN, parameters::get);
  }

  @Test
  void nothingSaidIsTheUsualAndTheUsualIsNotSaid() {
    var state = read();
    assertThat(state).isEqualTo(new ListState(PLAN, "", Map.of(), "name", ASCENDING, 1, 25));
    assertThat(state.query()).isEmpty();
    assertThat(state.isNarrowed()).isFalse();
  }

  @Test
  void whatIsReadIsWrittenAgain() {
    var state =
        read(
            "q", "a&b ü", "status", "on", "sort", "created", "dir", "asc", "page", "3", "size",
            "50");
    assertThat(state.query())
        .isEqualTo("?q=a%26b+%C3%BC&status=on&sort=created&dir=asc&size=50&page=3");
    assertThat(state.isNarrowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "page, -1",
    "page, 0",
    "page, 1.5",
    "page, x",
    "page, ''",
    "size, 26",
    "size, -25",
    "size, 99999999999999999999",
    "sort, ''';drop'",
    "sort, e.password",
    "dir, sideways",
    "status, off",
    "q, '  '"
  })
  void whatIsWrongIsAsUsual(String name, String value) {
    assertThat(read(name, value)).isEqualTo(read());
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999999", "00000000000000000000000000000000000000000000000000009"})
  void aHugePageIsFarPastTheEnd(String page) {
    assertThat(read("page", page).page()).isGreaterThanOrEqualTo(9);
  }

  @Test
  void anOrderGoesItsOwnWayFirstAndTurnsRoundAtTheSecondClick() {
    var state = read("page", "7");
    assertThat(state.sortedBy("created").query()).isEqualTo("?sort=created");
    assertThat(state.sortedBy("name").query()).isEqualTo("?dir=desc");
    assertThat(state.sortedBy("created").sortedBy("created").query())
        .isEqualTo("?sort=created&dir=asc");
    assertThat(state.sortedBy("name").sortedBy("name").query()).isEmpty();
  }

  @Test
  void aSearchIsCutBetweenCharactersAndHasNoControls() {
    assertThat(read("q", "\uD83D\uDD11".repeat(300)).search())
        .isEqualTo("\uD83D\uDD11".repeat(200));
    assertThat(read("q", "\ta\r\nb\u0007").search()).isEqualTo("a  b");
  }

  @Test
  void wildcardsAreCharactersLikeAnyOther() {
    assertThat(PLAN.parameters(read("q", "50%_\\"))).isEqualTo(Map.of("part", "%50\\%\\_\\\\%"));
    assertThat(PLAN.parameters(read())).isEmpty();
  }

  @Test
  void queriesAreMadeOfThePlansOwnPiecesOnly() {
    var state = read("q", "'x", "status", "on", "sort", "created");
    assertThat(PLAN.reading(state))
        .isEqualTo(
            "SELECT NEW java.lang.String(e.id) FROM Thing e WHERE e.active = true"
                + " AND (e.name LIKE :part) ORDER BY e.createdAt desc, e.id desc");
    assertThat(PLAN.counting(read())).isEqualTo("SELECT COUNT(e.id) FROM Thing e WHERE 1 = 1");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "25, 1", "26, 2", "10000, 400"})
  void pagesAreCounted(long total, int pages) {
    assertThat(new ListSlice<>(List.of(), total, read()).pages()).isEqualTo(pages);
  }

  @Test
  void thePagesBesideAreKnownAndNoneIsPastTheEnd() {
    var middle = new ListView<>("/things", new ListSlice<>(List.of("a"), 60, read("page", "2")));
    assertThat(middle.getFirst()).isEqualTo(26);
    assertThat(middle.getLast()).isEqualTo(26);
    assertThat(middle.getFirstUrl()).isEqualTo("/things");
    assertThat(middle.getPreviousUrl()).isEqualTo("/things");
    assertThat(middle.getNextUrl()).isEqualTo("/things?page=3");
    assertThat(middle.getLastUrl()).isEqualTo("/things?page=3");
    var only = new ListView<>("/things", new ListSlice<>(List.of("a"), 1, read()));
    assertThat(only.getPreviousUrl()).isNull();
    assertThat(only.getNextUrl()).isNull();
  }

  @Test
  void daysAreReadWhereTheListHasATimeAndNothingElseIs() {
    var dated = PLAN.dated("e.at");
    var days = Map.of("from", "2026-02-28", "to", "2026-02-30");
    assertThat(ListState.read(dated, days::get).query()).isEqualTo("?from=2026-02-28");
    assertThat(ListState.read(PLAN, days::get).query()).isEmpty();
    assertThat(dated.counting(ListState.read(dated, days::get))).endsWith("e.at >= :from");
    assertThat(dated.parameters(ListState.read(dated, Map.of("to", "2026-02-28")::get)))
        .containsOnly(Map.entry("to", Instant.parse("2026-03-01T00:00:00Z")));
  }
}
