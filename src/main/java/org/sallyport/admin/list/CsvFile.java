package org.sallyport.admin.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** RFC 4180, with a line of names; what a spreadsheet would take for a formula is made text. */
final class CsvFile implements ExportFile {

  /** The first characters of formulas, their wide forms too, and those that hide them. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final CSVPrinter printer;

  CsvFile(OutputStream out, List<String> names) throws IOException {
    printer =
        new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, UTF_8)), CSVFormat.RFC4180);
    printer.printRecord(names);
  }

  @Override
  public void row(List<Object> values) throws IOException {
    var cells = new ArrayList<String>();
    values.forEach(value -> cells.add(harmless(text(value))));
    printer.printRecord(cells);
  }

  @Override
  public void finish() throws IOException {
    printer.flush();
  }

  private static String text(Object value) {
    if (value instanceof Collection<?> several) {
      return several.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
    return value == null ? "" : value.toString();
  }

  /** An apostrophe in front makes it text, as CSV itself has no types. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
