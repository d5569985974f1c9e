package org.sallyport.admin.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a list shows: all of it is in the URL. What a URL says wrongly, or not at all, is as usual.
 */
public record ListState(
    ListPlan<?> plan,
    String search,
    Map<String, String> filters,
    String sort,
    ListOrder order,
    int page,
    int size) {

  /** Rows on a page; the first is the usual number. */
  static final List<Integer> SIZES = List.of(25, 50, 100);

  /** The first and the last day of a list by time. */
  static final String FROM = "from";

  static final String TO = "to";

  private static final int LONGEST_SEARCH = 200; // characters
  private static final Pattern DAY = Pattern.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DIGITS = Pattern.compile("0*([0-9]{1,9})");
  private static final Pattern MANY_DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

  public ListState {
    filters = Map.copyOf(filters);
  }

  /** The state that parameters tell of; those that are absent are null. */
  public static ListState read(ListPlan<?> plan, UnaryOperator<String> parameters) {
    var filters = new LinkedHashMap<String, String>();
    for (var filter : plan.filters()) {
      filter
          .option(parameters.apply(filter.name()))
          .ifPresent(option -> filters.put(filter.name(), option.value()));
    }
    if (!plan.time().isEmpty()) {
      Stream.of(FROM, TO)
          .forEach(
              name -> day(parameters.apply(name)).ifPresent(d -> filters.put(name, d.toString())));
    }
    var sort = plan.sort(parameters.apply("sort"));
    var size = number(parameters.apply("size"));
    return new ListState(
        plan,
        text(parameters.apply("q")),
        filters,
        sort.key(),
        ListOrder.of(parameters.apply("dir"), sort.order()),
        Math.max(1, number(parameters.apply("page"))),
        SIZES.contains(size) ? size : SIZES.get(0));
  }

  private static String text(String search) {
    if (search == null) {
      return "";
    }
    var text = UNPRINTABLE.matcher(search).replaceAll(" ").strip();
    var end = Math.min(LONGEST_SEARCH, text.codePointCount(0, text.length()));
    return text.substring(0, text.offsetByCodePoints(0, end));
  }

  private static int number(String text) {
    var digits = DIGITS.matcher(text == null ? "" : text);
    if (digits.matches()) {
      return Integer.parseInt(digits.group(1));
    }
    return text != null && MANY_DIGITS.matcher(text).matches() ? Integer.MAX_VALUE : 0;
  }

  /** A day of the years that a database can tell, in the form of RFC 3339 §5.6. */
  private static Optional<LocalDate> day(String text) {
    return text != null && DAY.matcher(text).matches()
        ? Optional.of(text).flatMap(ListState::parsed)
        : Optional.empty();
  }

  private static Optional<LocalDate> parsed(String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first or last day; empty where the URL names none. */
  Optional<LocalDate> chosenDay(String name) {
    return day(filters.get(name));
  }

  /** Another page of the same rows. */
  ListState at(int otherPage) {
    return new ListState(plan, search, filters, sort, order, otherPage, size);
  }

  /** The same rows on pages of another size, from the first. */
  ListState sized(int otherSize) {
    return new ListState(plan, search, filters, sort, order, 1, otherSize);
  }

  /** The same rows in another order, or the other way round when this is it, from the first. */
  ListState sortedBy(String key) {
    var way = key.equals(sort) ? order.reversed() : plan.sort(key).order();
    return new ListState(plan, search, filters, key, way, 1, size);
  }

  /** Whether some rows may be left out. */
  boolean isNarrowed() {
    return !search.isEmpty() || !filters.isEmpty();
  }

  /** What is not as usual of the choice of rows, by the names of the parameters. */
  Map<String, String> choice() {
    var values = new LinkedHashMap<String, String>();
    if (!search.isEmpty()) {
      values.put("q", search);
    }
    plan.filters().stream()
        .filter(filter -> filters.containsKey(filter.name()))
        .forEach(filter -> values.put(filter.name(), filters.get(filter.name())));
    Stream.of(FROM, TO)
        .filter(filters::containsKey)
        .forEach(name -> values.put(name, filters.get(name)));
    return values;
  }

  /** What is not as usual of their order and number, by the names of the parameters. */
  Map<String, String> arrangement() {
    var values = new LinkedHashMap<String, String>();
    if (!sort.equals(plan.sorts().get(0).key())) {
      values.put("sort", sort);
    }
    if (order != plan.sort(sort).order()) {
      values.put("dir", order.word());
    }
    if (size != SIZES.get(0)) {
      values.put("size", String.valueOf(size));
    }
    return values;
  }

  /** The query of a URL that shows the same, with its question mark; empty when all is as usual. */
  public String query() {
    var values = choice();
    values.putAll(arrangement());
    if (page > 1) {
      values.put("page", String.valueOf(page));
    }
    return query(values);
  }

  /** The query for the same rows, wherever they stand. */
  String choiceQuery() {
    return query(choice());
  }

  private static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), UTF_8))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
  }
}
