package org.sallyport.admin.list;

import java.util.List;
import java.util.function.Function;

/** A list at {@code /admin/} and its name; each bean of this kind is exported, too. */
public interface AdminList<T> {

  /** One value of an exported row: a text, a time, true or false, or several texts. */
  record Field<T>(String name, Function<T, Object> value) {}

  /** Its place below {@code /admin/}. */
  String name();

  /** What it reads. */
  ListPlan<T> plan();

  /** What is exported of a row, never a secret nor its digest; the first is the row's id. */
  List<Field<T>> fields();

  /** The list with this state, as a page shows it. */
  default ListView<T> view(ListReader reader, ListState state) {
    return new ListView<>("/admin/" + name(), reader.read(plan(), state));
  }
}
