package org.sallyport.admin.list;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a list reads, in constant pieces of JPQL about {@code e}: a URL chooses among them by their
 * names, and gives none of its own.
 */
public record ListPlan<T>(
    Class<T> row,
    String entity,
    List<String> columns,
    Search search,
    List<Filter> filters,
    List<Sort> sorts,
    String time) {

  /**
   * What a searched text is compared with: {@code :part} and {@code :start} are patterns for LIKE,
   * {@code :whole} is the text itself, all in the stored spelling; {@code :typed} is {@code :part}
   * as it was typed, {@code :exact} is {@code :whole} so. EclipseLink puts parameters into the SQL
   * as text, unbound, as soon as one is an argument of a function or a LIKE has an ESCAPE: there
   * must be neither.
   */
  public record Search(String condition, UnaryOperator<String> spelling) {}

  /** A choice that narrows the list; the label is a key of the message bundle. */
  public record Filter(String name, String label, List<Option> options) {

    Optional<Option> option(String value) {
      return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }
  }

  /** One choice of a filter; the label is a key of the message bundle. */
  public record Option(String value, String label, String condition) {}

  /** An order of the rows, and which way it goes when it is chosen first. */
  public record Sort(String key, ListOrder order, String expression) {}

  public ListPlan {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
    sorts = List.copyOf(sorts);
  }

  /** Rows made by a constructor that takes these columns. */
  public static <T> ListPlan<T> of(Class<T> row, String entity, String... columns) {
    var anything = new Search("1 = 1", UnaryOperator.identity());
    return new ListPlan<>(row, entity, List.of(columns), anything, List.of(), List.of(), "");
  }

  /** Searched so, after the text was brought to the stored spelling. */
  public ListPlan<T> searched(UnaryOperator<String> spelling, String condition) {
    return new ListPlan<>(
        row, entity, columns, new Search(condition, spelling), filters, sorts, time);
  }

  /** Narrowed by a choice, too. */
  public ListPlan<T> filtered(String name, String label, Option... options) {
    var more = new ArrayList<>(filters);
    more.add(new Filter(name, label, List.of(options)));
    return new ListPlan<>(row, entity, columns, search, more, sorts, time);
  }

  /** Sorted so, too; the first order is the usual one. */
  public ListPlan<T> sorted(String key, ListOrder order, String expression) {
    var more = new ArrayList<>(sorts);
    more.add(new Sort(key, order, expression));
    return new ListPlan<>(row, entity, columns, search, filters, more, time);
  }

  /** Narrowed by days too, from one to another, in UTC. */
  public ListPlan<T> dated(String expression) {
    return new ListPlan<>(row, entity, columns, search, filters, sorts, expression);
  }

  /** The order of this name, or the usual one. */
  Sort sort(String key) {
    return sorts.stream().filter(sort -> sort.key().equals(key)).findFirst().orElse(sorts.get(0));
  }

  String counting(ListState state) {
    return "SELECT COUNT(e.id) FROM " + entity + " e WHERE " + condition(state);
  }

  /** The id comes last, so that rows that are alike have one order on every page. */
  String reading(ListState state) {
    var order = state.order();
    return "%s WHERE %s ORDER BY %s %s, e.id %s"
        .formatted(
            selection(),
            condition(state),
            sort(state.sort()).expression(),
            order.jpql(),
            order.jpql());
  }

  /** The rows after {@code :last} by their ids. */
  String goingOn(ListState state) {
    return "%s WHERE %s AND e.id > :last ORDER BY e.id".formatted(selection(), condition(state));
  }

  private String selection() {
    return "SELECT NEW %s(%s) FROM %s e"
        .formatted(row.getName(), String.join(", ", columns), entity);
  }

  private String condition(ListState state) {
    var all = new ArrayList<String>();
    for (var filter : filters) {
      filter
          .option(state.filters().get(filter.name()))
          .ifPresent(option -> all.add(option.condition()));
    }
    if (!state.search().isEmpty()) {
      all.add("(" + search.condition() + ")");
    }
    if (state.filters().containsKey(ListState.FROM)) {
      all.add(time + " >= :from");
    }
    if (state.filters().containsKey(ListState.TO)) {
      all.add(time + " < :to");
    }
    return all.isEmpty() ? "1 = 1" : String.join(" AND ", all);
  }

  /** The values of the search's parameters. */
  Map<String, Object> parameters(ListState state) {
    var parameters = new LinkedHashMap<String, Object>();
    if (!state.search().isEmpty()) {
      var text = search.spelling().apply(state.search());
      parameters.put("part", "%" + pattern(text) + "%");
      parameters.put("typed", "%" + pattern(state.search()) + "%");
      parameters.put("start", pattern(text) + "%");
      parameters.put("whole", text);
      parameters.put("exact", state.search());
      parameters.keySet().removeIf(name -> !search.condition().contains(":" + name));
    }
    state.chosenDay(ListState.FROM).ifPresent(day -> parameters.put("from", midnight(day)));
    state.chosenDay(ListState.TO).ifPresent(day -> parameters.put("to", midnight(day.plusDays(1))));
    return parameters;
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static String pattern(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }
}
