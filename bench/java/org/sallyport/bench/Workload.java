package org.sallyport.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Server;

/**
 * Something that is asked again and again.
 *
 * @param raw what {@link RawCost} calls the work in it that nobody can save
 * @param mark what is aimed at: milliseconds of CPU beyond that, or answers a second
 * @param prepare brings what a run begins with, before the warm-up and before the measured run
 */
record Workload(
    String name,
    String script,
    App client,
    Optional<String> raw,
    String mark,
    Consumer<People> prepare) {

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  /** Forms that are refused before the password is looked at: all of a login but hash and rows. */
  static final Map<String, String> FORGED = Map.of("BENCH_FORGED", "yes");

  static java.util.List<Workload> all() {
    return java.util.List.of(
        new Workload(
            "client-credentials-rs256",
            "client-credentials",
            App.MACHINE,
            Optional.of("RS256"),
            "0.14 ms",
            people -> {}),
        new Workload(
            "client-credentials-es256",
            "client-credentials",
            People.ES256,
            Optional.of("ES256"),
            "0.14 ms",
            people -> {}),
        new Workload(
            "refresh",
            "refresh",
            App.WEB,
            Optional.of("RS256"),
            "0.45 ms",
            people -> people.bringTokens(App.WEB, 4)),
        new Workload(
            "introspection-jwt",
            "introspection",
            App.API,
            Optional.empty(),
            "0.20 ms",
            people -> people.bringTokens(App.WEB, 4)),
        new Workload(
            "introspection-opaque",
            "introspection",
            App.API,
            Optional.empty(),
            "4000/s",
            people -> people.bringTokens(People.OPAQUE, 4)),
        new Workload(
            "code-flow",
            "code-flow",
            App.WEB,
            Optional.of("RS256"),
            "1.6 ms",
            people -> people.bringCookies(App.WEB)),
        new Workload("login-but-hash", "login", App.WEB, Optional.empty(), "1 ms", people -> {}),
        new Workload("login", "login", App.WEB, Optional.of("hash"), "1 ms", people -> {}));
  }

  /** Whether the hash of a password is what it costs. */
  boolean hashes() {
    return raw.filter("hash"::equals).isPresent();
  }

  /**
   * How often it is measured: a hash uses all caches, and takes from minute to minute a half more.
   */
  int rounds() {
    return hashes() ? 6 : 1;
  }

  /** What its script reads from the environment. */
  Map<String, String> environment(Server server) {
    var variables = new HashMap<String, String>();
    if (name.equals("login-but-hash")) {
      variables.putAll(FORGED);
    }
    variables.put("BENCH_CLIENT", Http.basic(client.id(), client.secret().orElseThrow()));
    variables.put("BENCH_PASSWORD", People.PASSWORD);
    variables.put(
        "BENCH_AUTHORIZE",
        "/authorize?"
            + Http.form(
                "response_type",
                "code",
                "client_id",
                client.id(),
                "redirect_uri",
                client.redirectUri(),
                "state",
                "af0ifjsldkj",
                "code_challenge",
                CHALLENGE,
                "code_challenge_method",
                "S256"));
    variables.put(
        "BENCH_REDEEM",
        Http.form(
                "grant_type",
                "authorization_code",
                "redirect_uri",
                client.redirectUri(),
                "code_verifier",
                VERIFIER)
            + "&code=");
    return variables;
  }
}
