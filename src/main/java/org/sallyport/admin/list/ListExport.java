package org.sallyport.admin.list;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes all rows of a list to a file, a batch at a time: memory and locks stay small. */
@ApplicationScoped
public class ListExport {

  private static final int BATCH = 1000; // rows

  @Inject @Any private Instance<AdminList<?>> lists;
  @Inject private ListReader reader;

  Optional<AdminList<?>> find(String name) {
    return lists.stream().filter(list -> list.name().equals(name)).findFirst();
  }

  /** Writes the chosen rows by their ids, as CSV or JSON. */
  <T> void write(AdminList<T> list, ListState state, String format, OutputStream out)
      throws IOException {
    var file = open(list, format, out);
    var last = "";
    List<T> rows;
    do {
      rows = reader.next(list.plan(), state, last, BATCH);
      for (var row : rows) {
        var values = values(list, row);
        file.row(values);
        last = (String) values.get(0);
      }
    } while (rows.size() == BATCH);
    file.finish();
  }

  private static ExportFile open(AdminList<?> list, String format, OutputStream out)
      throws IOException {
    var names = list.fields().stream().map(field -> field.name()).toList();
    return format.equals("csv") ? new CsvFile(out, names) : new JsonFile(out, names);
  }

  private static <T> List<Object> values(AdminList<T> list, T row) {
    var values = new ArrayList<Object>();
    list.fields().forEach(field -> values.add(field.value().apply(row)));
    return values;
  }
}
