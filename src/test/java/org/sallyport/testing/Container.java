package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How one kind of server is started with the built WAR on a loopback port. */
interface Container {

  /** What the servers write when the WAR does not deploy, after all that it has to say itself. */
  List<String> FAILURES =
      List.of(
          "Exception while preparing the app : ",
          "Exception while loading the app",
          "WFLYCTL0186",
          "WFLYSRV0021");

  /** Prepares the directory, which is the server's own, and answers the command line. */
  List<String> prepare(Path home, int port, StartOptions options) throws IOException;

  /** The kind named by `sallyport.test.server`. */
  static Container chosen() {
    var name = System.getProperty("sallyport.test.server", "payara-micro");
    return switch (name) {
      case "payara-micro" -> new PayaraMicro();
      case "wildfly" -> new WildFly();
      default -> throw new IllegalStateException("sallyport.test.server is unknown: " + name);
    };
  }

  /** `java` of `sallyport.test.java` (a JDK's directory), or else of the tests. */
  static String java() {
    var home = System.getProperty("sallyport.test.java", System.getProperty("java.home"));
    return Path.of(home, "bin", "java").toString();
  }

  /** What every server's JVM is given: a quick start, and the coverage agent where there is one. */
  static List<String> jvmOptions(StartOptions options) {
    var all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    var coverage = System.getProperty("sallyport.test.coverage", "");
    if (coverage.startsWith("-javaagent:")) {
      all.add(coverage);
    }
    all.addAll(options.jvmOptions());
    all.addAll(properties(options.settings()));
    return all;
  }

  private static List<String> properties(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
        .toList();
  }

  /** A file or directory of the project, by its path from the root. */
  static Path project(String path) {
    return Path.of(System.getProperty("basedir", "")).resolve(path).toAbsolutePath();
  }
}
