package org.sallyport.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** Payara looks for annotations in the jars of the WAR at each start. */
class LibrariesIT {

  private static final Pattern READ = Pattern.compile("Spawning sub parsing \\S+/([^/]+\\.jar)");

  @Test
  void aStartReadsTheClassesOfSallyportAndOfNoLibraryAndWarnsOfNothing() {
    var logger = "javax.enterprise.system.tools.deployment.common";
    var server = Server.start(StartOptions.none().withLogLevel(logger, "FINE"));
    var read = READ.matcher(server.logText()).results().map(jar -> jar.group(1));
    assertThat(read).containsExactly("sallyport-classes.jar");
    assertThat(server.logText()).doesNotContain("WARNING " + logger);
    server.kill();
  }
}
