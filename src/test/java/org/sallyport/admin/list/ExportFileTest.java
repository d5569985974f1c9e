package org.sallyport.admin.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What exported rows look like in a file. */
class ExportFileTest {

  private static String csv(Object... values) throws IOException {
    var out = new ByteArrayOutputStream();
    var names = new ArrayList<String>();
    for (var i = 0; i < values.length; i++) {
      names.add("n" + i);
    }
    var file = new CsvFile(out, names);
    file.row(Arrays.asList(values));
    file.finish();
    return out.toString(UTF_8).split("\r\n", 2)[1];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\uFF20x"})
  void S27_whatASpreadsheetWouldCalculateIsText(String value) throws IOException {
    assertThat(csv(value).replace("\"", "")).startsWith("'" + value);
    assertThat(csv("x", List.of(value)).replace("\"", "")).startsWith("x,'" + value);
  }

  @Test
  void aCellKeepsItsCommasQuotesAndLines() throws IOException {
    assertThat(csv("a,b", "say \"x\"", "1\r\n2", "ü=1"))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"1\r\n2\",ü=1\r\n");
  }

  @Test
  void nothingIsEmptyAndSeveralStandInOneCell() throws IOException {
    assertThat(csv("x", null, List.of("a", "b"), true, List.of())).isEqualTo("x,,a b,true,\r\n");
  }

  @Test
  void jsonKeepsTypes() throws IOException {
    var out = new ByteArrayOutputStream();
    var file = new JsonFile(out, List.of("a", "b", "c", "d"));
    file.row(Arrays.asList("=\"<ü\u0001", true, null, List.of("x", "y")));
    file.finish();
    assertThat(out.toString(UTF_8))
        .isEqualTo("[{\"a\":\"=\\\"<ü\\u0001\",\"b\":true,\"c\":null,\"d\":[\"x\",\"y\"]}]");
  }
}
