package org.sallyport.admin.list;

import java.util.List;

/** One page of a list: its rows, how many there are on all pages, and which page it really is. */
public record ListSlice<T>(List<T> rows, long total, ListState state) {

  public ListSlice {
    rows = List.copyOf(rows);
  }

  /** How many pages there are; at least one. */
  int pages() {
    return pages(total, state.size());
  }

  static int pages(long total, int size) {
    return (int) Math.max(1, (total + size - 1) / size);
  }
}
