package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** WildFly, unpacked by the build; each server has its own copy of the configuration. */
final class WildFly implements Container {

  private static final Path HOME = Path.of(System.getProperty("jboss.home", "target/wildfly"));

  /** What its own start script gives a modular JDK. */
  private static final List<String> EXPORTS =
      List.of(
          "java.desktop/sun.awt",
          "java.naming/com.sun.jndi.ldap",
          "java.naming/com.sun.jndi.url.ldap",
          "java.naming/com.sun.jndi.url.ldaps",
          "jdk.naming.dns/com.sun.jndi.dns");

  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.management/javax.management",
          "java.naming/javax.naming");

  @Override
  public List<String> prepare(Path home, int port, StartOptions options) throws IOException {
    var base = home.resolve("base");
    var configuration = copyConfiguration(base);
    setLogLevels(configuration.resolve("standalone.xml"), options.logLevels());
    deploy(options.war(), base, "sallyport.war");
    for (var war : options.beside()) {
      deploy(war, base, war.getFileName().toString());
    }
    if (!options.beside().isEmpty()) {
      allowMechanisms(configuration.resolve("standalone.xml"));
    }

    var command = new ArrayList<String>();
    command.add(Container.java());
    EXPORTS.forEach(name -> command.add("--add-exports=" + name + "=ALL-UNNAMED"));
    OPENS.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
    command.addAll(Container.jvmOptions(options));
    command.add("-Djboss.modules.system.pkgs=org.jboss.byteman");
    command.add("-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"));
    command.add("-Dlogging.configuration=file:" + configuration.resolve("logging.properties"));
    command.addAll(List.of("-jar", HOME.resolve("jboss-modules.jar").toString()));
    command.addAll(List.of("-mp", HOME.resolve("modules").toString(), "org.jboss.as.standalone"));
    command.add("-Djboss.home.dir=" + HOME);
    command.add("-Djboss.server.base.dir=" + base);
    command.add("-Djboss.http.port=" + port);
    command.add("-Djboss.https.port=" + Ports.free());
    command.add("-Djboss.management.http.port=" + Ports.free());
    return command;
  }

  private static Path copyConfiguration(Path base) throws IOException {
    var original = HOME.resolve("standalone/configuration");
    var copy = Files.createDirectories(base.resolve("configuration"));
    try (var files = Files.list(original)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return copy;
  }

  private static void deploy(Path built, Path base, String name) throws IOException {
    var war = Files.createDirectories(base.resolve("deployments")).resolve(name);
    Files.copy(built, war, StandardCopyOption.REPLACE_EXISTING);
  }

  /** What docs/resource-servers.md says of WildFly, done to the file. */
  private static void allowMechanisms(Path file) throws IOException {
    var text = Files.readString(file);
    // The first is that of EJBs, the last that of the web.
    var domain = "<application-security-domain name=\"other\"";
    var end = text.lastIndexOf(domain) + domain.length();
    var jaspi = " integrated-jaspi=\"false\"";
    Files.writeString(file, text.substring(0, end) + jaspi + text.substring(end));
  }

  private static void setLogLevels(Path file, Map<String, String> levels) throws IOException {
    var text = Files.readString(file);
    if (!levels.isEmpty()) {
      text = text.replaceFirst("(?s)(<console-handler.*?<level name=\")INFO", "$1ALL");
    }
    for (var level : levels.entrySet()) {
      text =
          level.getKey().isEmpty()
              ? text.replaceFirst(
                  "(?s)(<root-logger>\\s*<level name=\")[A-Z]+", "$1" + level.getValue())
              : text.replace("<root-logger>", logger(level) + "<root-logger>");
    }
    Files.writeString(file, text);
  }

  private static String logger(Map.Entry<String, String> level) {
    return "<logger category=\"%s\"><level name=\"%s\"/></logger>"
        .formatted(level.getKey(), level.getValue());
  }
}
