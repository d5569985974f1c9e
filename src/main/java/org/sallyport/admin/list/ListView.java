package org.sallyport.admin.list;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A page of a list as the tag {@code s:listing} shows it, with the addresses of the others. */
public final class ListView<T> {

  private final String path;
  private final ListSlice<T> slice;
  private final ListState state;

  /** The rows of a page below a path such as {@code /admin/clients}. */
  public ListView(String path, ListSlice<T> slice) {
    this.path = path;
    this.slice = slice;
    this.state = slice.state();
  }

  /** A choice of a filter or of the pages' size; labels are keys of the message bundle. */
  public record Choice(String value, String label, String url, String chosen) {
    public String getValue() {
      return value;
    }

    public String getLabel() {
      return label;
    }

    public String getUrl() {
      return url;
    }

    public boolean isChosen() {
      return value.equals(chosen);
    }
  }

  /** A filter with its choices. */
  public record Filter(String name, String label, List<Choice> choices) {
    public String getName() {
      return name;
    }

    public String getLabel() {
      return label;
    }

    public List<Choice> getChoices() {
      return choices;
    }
  }

  public String getPath() {
    return path;
  }

  public List<T> getRows() {
    return slice.rows();
  }

  public boolean isNarrowed() {
    return state.isNarrowed();
  }

  public long getTotal() {
    return slice.total();
  }

  public long getFirst() {
    return (state.page() - 1L) * state.size() + 1;
  }

  public long getLast() {
    return getFirst() + slice.rows().size() - 1;
  }

  public int getPage() {
    return state.page();
  }

  public int getPages() {
    return slice.pages();
  }

  public String getSearch() {
    return state.search();
  }

  /** What a search keeps of the state. */
  public Map<String, String> getKept() {
    return state.arrangement();
  }

  public List<Filter> getFilters() {
    return state.plan().filters().stream().map(this::filter).toList();
  }

  /** Whether days may be chosen. */
  public boolean isDated() {
    return !state.plan().time().isEmpty();
  }

  public String getFrom() {
    return state.filters().get(ListState.FROM);
  }

  public String getTo() {
    return state.filters().get(ListState.TO);
  }

  private Filter filter(ListPlan.Filter filter) {
    var chosen = state.filters().getOrDefault(filter.name(), "");
    var choices =
        filter.options().stream()
            .map(option -> new Choice(option.value(), option.label(), null, chosen))
            .toList();
    return new Filter(filter.name(), filter.label(), choices);
  }

  /** How the list is sorted by this now: ascending, descending or none. */
  public String sorted(String key) {
    return key.equals(state.sort()) ? state.order().name().toLowerCase(Locale.ROOT) : "none";
  }

  /** Where it is sorted by this, or the other way round when it is already. */
  public String sortUrl(String key) {
    return url(state.sortedBy(key));
  }

  public String getFirstUrl() {
    return state.page() == 1 ? null : url(state.at(1));
  }

  public String getPreviousUrl() {
    return state.page() == 1 ? null : url(state.at(state.page() - 1));
  }

  public String getNextUrl() {
    return state.page() == getPages() ? null : url(state.at(state.page() + 1));
  }

  public String getLastUrl() {
    return state.page() == getPages() ? null : url(state.at(getPages()));
  }

  /** The sizes that a page may have. */
  public List<Choice> getSizes() {
    return ListState.SIZES.stream()
        .map(String::valueOf)
        .map(
            size ->
                new Choice(
                    size,
                    null,
                    url(state.sized(Integer.parseInt(size))),
                    String.valueOf(state.size())))
        .toList();
  }

  /** All that is chosen now, in a file. */
  public String export(String format) {
    return path + "/export." + format + state.choiceQuery();
  }

  private String url(ListState other) {
    return path + other.query();
  }
}
