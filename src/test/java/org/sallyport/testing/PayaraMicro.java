package org.sallyport.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro, set up as the development start does it. */
final class PayaraMicro implements Container {

  private static final Path CONFIG = Container.project("server-config/payara-micro");

  /** As many as WildFly has by itself: of more, all would be slow in a crowd. */
  private static final int THREADS = 16 * Runtime.getRuntime().availableProcessors();

  @Override
  public List<String> prepare(Path home, int port, StartOptions options) throws IOException {
    var temporary = Files.createDirectories(home.resolve("tmp"));
    var command = new ArrayList<String>();
    command.add(Container.java());
    command.add("-Djava.io.tmpdir=" + temporary);
    command.addAll(Container.jvmOptions(options));
    command.addAll(program());
    command.addAll(List.of("--nocluster", "--nohazelcast", "--disablephonehome"));
    command.addAll(List.of("--port", Integer.toString(port)));
    command.addAll(List.of("--maxHttpThreads", Integer.toString(THREADS)));
    command.addAll(List.of("--prebootcommandfile", bootCommands(home, port).toString()));
    command.addAll(List.of("--logproperties", logging(home, options).toString()));
    command.addAll(List.of("--deploy", options.war().toString()));
    command.addAll(List.of("--contextroot", "/"));
    options.beside().forEach(war -> command.addAll(List.of("--deploy", war.toString())));
    return command;
  }

  /** Payara as one jar, or what {@code sallyport.test.payara} has of it, unpacked. */
  private static List<String> program() {
    var unpacked = System.getProperty("sallyport.test.payara", "");
    if (unpacked.isEmpty()) {
      return List.of("-jar", Container.project("target/payara-micro.jar").toString());
    }
    var launcher = Path.of(unpacked, "launch-micro.jar").toString();
    var domain = Path.of(unpacked, "domain.xml").toString();
    return List.of("-jar", launcher, "--domainconfig", domain);
  }

  private static Path bootCommands(Path home, int port) throws IOException {
    var commands = new ArrayList<>(Files.readAllLines(CONFIG.resolve("production.asadmin")));
    for (var line : Files.readAllLines(CONFIG.resolve("loopback.asadmin"))) {
      if (Ports.hasIpv6() || !line.contains("::1")) {
        commands.add(line.replace("8080", Integer.toString(port)));
      }
    }
    return Files.write(home.resolve("boot.asadmin"), commands);
  }

  private static Path logging(Path home, StartOptions options) throws IOException {
    var lines = new ArrayList<>(Files.readAllLines(CONFIG.resolve("logging.properties")));
    options.logLevels().forEach((logger, level) -> lines.add(logger + ".level=" + level));
    return Files.write(home.resolve("logging.properties"), lines);
  }
}
