package org.sallyport.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a test's server is started with: settings as system properties, environment variables, log
 * levels by logger name (`""` is the root's), options of its JVM, the WAR, and others beside it,
 * each below its own name.
 */
public record StartOptions(
    Map<String, String> settings,
    Map<String, String> environment,
    Map<String, String> logLevels,
    List<String> jvmOptions,
    Path war,
    List<Path> beside) {

  private static final Path BUILT = Container.project("target/sallyport.war");

  /** Nothing beyond what {@link Server} gives every server. */
  public static StartOptions none() {
    return new StartOptions(Map.of(), Map.of(), Map.of(), List.of(), BUILT, List.of());
  }

  /** These settings. */
  public static StartOptions of(Map<String, String> settings) {
    return none().with(settings);
  }

  /** With these settings too; an empty value takes a default one away. */
  public StartOptions with(Map<String, String> more) {
    return new StartOptions(
        merged(settings, more), environment, logLevels, jvmOptions, war, beside);
  }

  /** With this setting too; an empty value takes a default one away. */
  public StartOptions with(String name, String value) {
    return with(Map.of(name, value));
  }

  /** With this database. */
  public StartOptions with(Databases.Database database) {
    return with(database.settings());
  }

  /** With this environment variable too. */
  public StartOptions withEnvironment(String name, String value) {
    var more = merged(environment, Map.of(name, value));
    return new StartOptions(settings, more, logLevels, jvmOptions, war, beside);
  }

  /** With this level of {@link java.util.logging} for one logger; the name `""` is the root. */
  public StartOptions withLogLevel(String logger, String level) {
    var more = merged(logLevels, Map.of(logger, level));
    return new StartOptions(settings, environment, more, jvmOptions, war, beside);
  }

  /** With this option of the JVM too. */
  public StartOptions withJvmOption(String option) {
    var more = Stream.concat(jvmOptions.stream(), Stream.of(option)).toList();
    return new StartOptions(settings, environment, logLevels, more, war, beside);
  }

  /** With another WAR than the one that was built. */
  public StartOptions withWar(Path other) {
    return new StartOptions(settings, environment, logLevels, jvmOptions, other, beside);
  }

  /** With another WAR beside it, below its file's name. */
  public StartOptions withBeside(Path other) {
    var more = Stream.concat(beside.stream(), Stream.of(other)).toList();
    return new StartOptions(settings, environment, logLevels, jvmOptions, war, more);
  }

  StartOptions onto(Map<String, String> defaults) {
    var all = new TreeMap<>(defaults);
    all.putAll(settings);
    all.values().removeIf(String::isEmpty);
    return new StartOptions(Map.copyOf(all), environment, logLevels, jvmOptions, war, beside);
  }

  private static Map<String, String> merged(Map<String, String> some, Map<String, String> more) {
    var all = new TreeMap<>(some);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
