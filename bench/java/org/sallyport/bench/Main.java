package org.sallyport.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code bench/run}. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    var lines = new ArrayList<String>();
    switch (options.command()) {
      case "table" -> lines.addAll(table(options));
      case "burst" -> lines.addAll(burst(options));
      case "grow" -> lines.addAll(grow(options));
      default -> {
        System.err.println(Options.USAGE);
        System.exit(2);
      }
    }
    if (options.output() != null) {
      Files.write(options.output(), lines);
    }
    System.exit(0);
  }

  private static List<String> burst(Options options) throws Exception {
    var target = Target.start(options);
    var lines = new ArrayList<>(new Machine(target).before());
    lines.addAll(new Burst(target, Path.of("").toAbsolutePath()).measure());
    lines.forEach(System.out::println);
    target.server().stop();
    return lines;
  }

  private static List<String> grow(Options options) throws Exception {
    var target = Target.start(options);
    var lines = new ArrayList<>(new Machine(target).before());
    lines.addAll(new Grow(target, Path.of("").toAbsolutePath()).measure());
    target.server().stop();
    return lines;
  }

  private static List<String> table(Options options) throws IOException {
    var target = Target.start(options);
    var machine = new Machine(target);
    machine.before().forEach(System.out::println);
    var lines = new ArrayList<>(machine.before());
    lines.addAll(new Table(target, Path.of("").toAbsolutePath()).measure());
    var after = String.format(Locale.ROOT, "RSS after the run: %d MB", target.rss());
    System.out.println(after);
    lines.add(after);
    target.server().stop();
    return lines;
  }
}
