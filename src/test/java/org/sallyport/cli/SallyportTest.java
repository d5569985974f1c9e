package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SallyportTest {

  @Test
  void textThatTheTerminalHasLostIsNotTaken() {
    var err = new StringWriter();

    var code =
        Sallyport.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "client",
            "add",
            "Gr\uFFFDße");

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("C.UTF-8").hasLineCount(1);
  }
}
