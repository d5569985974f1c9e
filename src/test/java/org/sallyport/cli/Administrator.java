package org.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.sallyport.testing.Program;
import org.sallyport.testing.Program.Ended;
import org.sallyport.testing.Server;

/** The command line with the demo's administrator, at the shared server. */
final class Administrator {

  static final String ID = "demo-admin";
  static final String SECRET = "demo-admin-secret-0123456789abcdef0123456789abc";

  private final Program program;

  Administrator(Path folder) {
    program =
        Program.in(folder)
            .with("SALLYPORT_URL", Server.shared().issuer().toString())
            .with("SALLYPORT_CLIENT_ID", ID)
            .with("SALLYPORT_CLIENT_SECRET", SECRET);
  }

  Ended run(String... arguments) {
    return program.run(arguments);
  }

  /** What must be done. */
  Ended done(String... arguments) {
    var ended = run(arguments);
    assertThat(ended.code()).as(ended.err()).isZero();
    return ended;
  }
}
