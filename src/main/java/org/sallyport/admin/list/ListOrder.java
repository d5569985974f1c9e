package org.sallyport.admin.list;

/** Which way a list is sorted. */
public enum ListOrder {
  ASCENDING("asc"),
  DESCENDING("desc");

  private final String word;

  ListOrder(String word) {
    this.word = word;
  }

  /** As a URL says it. */
  String word() {
    return word;
  }

  String jpql() {
    return word;
  }

  ListOrder reversed() {
    return this == ASCENDING ? DESCENDING : ASCENDING;
  }

  /** The order of a word, or the other one. */
  static ListOrder of(String word, ListOrder otherwise) {
    for (var order : values()) {
      if (order.word.equals(word)) {
        return order;
      }
    }
    return otherwise;
  }
}
