package org.sallyport.admin.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListReader;
import org.sallyport.admin.list.ListState;

/** Pages of any length by a constant number of queries, found as the pages' lists are. */
@ApplicationScoped
public class RowPages {

  @Inject private ListReader reader;

  /** The items of one page, and how many there are on all. */
  public record Found<T>(List<T> items, long total) {}

  /** The ids on a page; beyond the last page there are none. */
  public Found<String> find(
      ListPlan<RowId> plan, Query query, String search, Map<String, String> filters) {
    var sort = plan.sorts().get(0);
    var state =
        new ListState(plan, search, filters, sort.key(), sort.order(), query.page(), query.size());
    var slice = reader.read(plan, state);
    var ids = slice.state().page() == query.page() ? slice.rows() : List.<RowId>of();
    return new Found<>(ids.stream().map(RowId::id).toList(), slice.total());
  }

  /** What was read in no order, in that of its ids; what is gone meanwhile is left out. */
  public static <T> List<T> sorted(List<String> ids, List<T> rows, Function<T, String> id) {
    var known = rows.stream().collect(Collectors.toMap(id, Function.identity()));
    return ids.stream().flatMap(one -> Stream.ofNullable(known.get(one))).toList();
  }
}
