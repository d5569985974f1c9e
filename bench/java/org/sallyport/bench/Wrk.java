package org.sallyport.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sallyport.testing.Server;

/** The load generator wrk with one of the scripts in bench/wrk. */
record Wrk(Server server, Path scripts, Path state, int connections) {

  private static final Pattern FIELD = Pattern.compile("(\\w+)=([0-9.]+)");

  /** What one run of it saw. */
  record Result(long requests, long done, long wrong, double seconds, Latencies latencies) {

    double rate() {
      return done / seconds;
    }

    /** This run and another one together. */
    Result and(Result other) {
      var both = new Latencies();
      both.add(latencies);
      both.add(other.latencies);
      return new Result(
          requests + other.requests,
          done + other.done,
          wrong + other.wrong,
          seconds + other.seconds,
          both);
    }
  }

  /**
   * Runs a script.
   *
   * @throws IllegalStateException when any answer was not what the script expects
   */
  Result run(String script, Duration duration, Map<String, String> environment) {
    var result = runHowever(script, duration, environment);
    if (result.wrong() > 0) {
      throw new IllegalStateException(result.wrong() + " wrong answers in " + script);
    }
    return result;
  }

  /** Runs a script, and counts the answers that it does not expect. */
  Result runHowever(String script, Duration duration, Map<String, String> environment) {
    try {
      var process = start(script, duration, environment);
      var text = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0 || !text.contains("RESULT ")) {
        throw new IllegalStateException("wrk has failed:\n" + text);
      }
      text.lines().filter(line -> line.startsWith("WRONG ")).forEach(System.err::println);
      return result(text);
    } catch (IOException e) {
      throw new IllegalStateException("wrk cannot be run", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Process start(String script, Duration duration, Map<String, String> environment)
      throws IOException {
    var command =
        List.of(
            "wrk",
            "-t1",
            "-c" + connections,
            "-d" + duration.toSeconds() + "s",
            "--timeout",
            "30s",
            "-s",
            scripts.resolve(script + ".lua").toString(),
            "http://127.0.0.1:" + server.port());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("BENCH_LUA", scripts.toString());
    builder.environment().put("BENCH_STATE", state.toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Result result(String text) {
    var fields = new TreeMap<String, Double>();
    FIELD
        .matcher(line(text, "RESULT"))
        .results()
        .forEach(hit -> fields.put(hit.group(1), Double.parseDouble(hit.group(2))));
    return new Result(
        fields.get("requests").longValue(),
        fields.get("done").longValue(),
        fields.get("bad").longValue() + fields.get("failed").longValue(),
        fields.get("micros") / 1e6,
        Latencies.read(line(text, "LATENCIES")));
  }

  private static String line(String text, String word) {
    return text.lines().filter(one -> one.startsWith(word)).findFirst().orElseThrow();
  }
}
