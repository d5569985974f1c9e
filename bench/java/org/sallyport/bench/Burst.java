package org.sallyport.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;

/** Many idle connections, then many logins at once, while machines ask for tokens. */
final class Burst {

  private static final int IDLE = 2_000;
  private static final int LOGINS = 500;
  private static final Duration WINDOW = Duration.ofSeconds(6);

  private final Target target;
  private final Path state;
  private final Wrk wrk;

  Burst(Target target, Path project) throws IOException {
    this.target = target;
    this.state = Files.createDirectories(project.resolve("target/bench/state"));
    this.wrk = new Wrk(target.server(), project.resolve("bench/wrk"), state, 8);
  }

  /** What happened, as lines of a table. */
  List<String> measure() throws Exception {
    var people = People.arrive(target, state);
    var machine = Workload.all().get(0);
    var environment = machine.environment(target.server());
    new WarmUp(target, wrk, people).with(machine);
    var lines = new ArrayList<String>();
    lines.add("| token requests beside | /s | p50 ms | p99 ms | max ms |");
    lines.add("|---|---|---|---|---|");
    lines.add(line("nothing", wrk.run(machine.script(), WINDOW, environment)));
    var idle = connect();
    lines.add(line(IDLE + " idle connections", wrk.run(machine.script(), WINDOW, environment)));
    var forms = forms();
    var load = CompletableFuture.supplyAsync(() -> wrk.run(machine.script(), WINDOW, environment));
    Thread.sleep(500);
    var answers = send(forms);
    lines.add(line("that, and " + LOGINS + " logins at once", load.get()));
    lines.add("");
    answers.forEach(
        (what, count) -> lines.add("- " + count + " logins were answered with " + what));
    for (var channel : idle) {
      channel.close();
    }
    lines.add(line("the end of it all", wrk.run(machine.script(), WINDOW, environment)));
    return lines;
  }

  private static String line(String beside, Wrk.Result result) {
    return String.format(
        Locale.ROOT,
        "| %s | %.0f | %.1f | %.1f | %.1f |",
        beside,
        result.rate(),
        result.latencies().p50(),
        result.latencies().p99(),
        result.latencies().max());
  }

  /** Each has asked once, and is kept alive since. */
  private List<SocketChannel> connect() throws IOException {
    var all = new ArrayList<SocketChannel>();
    var request = "GET /.well-known/jwks.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
    var answer = ByteBuffer.allocate(16_384);
    for (var i = 0; i < IDLE; i++) {
      var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", target.server().port()));
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      answer.clear();
      channel.read(answer);
      all.add(channel);
    }
    return all;
  }

  /** Login forms, each of a browser of its own, ready to be sent. */
  private List<HttpRequest> forms() {
    var requests = new ArrayList<HttpRequest>();
    for (var i = 0; i < LOGINS; i++) {
      var browser = Person.with(target.server(), "bench-" + (i % 400 + 1), People.PASSWORD);
      var form = browser.open("/login").form("login");
      var body = new ArrayList<String>();
      form.filled("login", "username", browser.username(), "password", People.PASSWORD)
          .forEach(field -> body.addAll(List.of(field.name(), field.value())));
      var cookies = new ArrayList<String>();
      browser.cookies().forEach((name, value) -> cookies.add(name + "=" + value));
      requests.add(
          HttpRequest.newBuilder(URI.create(target.server().address() + "/login"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Cookie", String.join("; ", cookies))
              .POST(BodyPublishers.ofString(Http.form(body.toArray(String[]::new))))
              .build());
    }
    return requests;
  }

  private static TreeMap<String, Integer> send(List<HttpRequest> requests) {
    var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    var answers =
        requests.stream().map(one -> client.sendAsync(one, BodyHandlers.ofString())).toList();
    var counts = new TreeMap<String, Integer>();
    for (var answer : answers) {
      counts.merge(describe(answer.join()), 1, Integer::sum);
    }
    return counts;
  }

  private static String describe(HttpResponse<String> answer) {
    var retry = answer.headers().firstValue("Retry-After");
    return answer.statusCode() + retry.map(after -> " and Retry-After: " + after).orElse("");
  }
}
