package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S24 and S22: the headers of every kind of answer, refusals included. */
class HeadersIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final String HTML = "text/html";

  private static final Map<String, Supplier<Answer>> ANSWERS =
      Map.ofEntries(
          Map.entry("home page", () -> HTTP.get("/", "Accept", HTML)),
          Map.entry("login page", () -> HTTP.get("/login", "Accept", HTML)),
          Map.entry("logout page", () -> HTTP.get("/logout", "Accept", HTML)),
          Map.entry("consent page without a flow", () -> HTTP.get("/consent", "Accept", HTML)),
          Map.entry("error page", () -> HTTP.get("/authorize", "Accept", HTML)),
          Map.entry("redirect", () -> HTTP.get(App.WEB.flow(SERVER).address())),
          Map.entry("administration", () -> HTTP.get("/admin/clients", "Accept", HTML)),
          Map.entry("unknown page", () -> HTTP.get("/nowhere", "Accept", HTML)),
          Map.entry("unknown path", () -> HTTP.get("/nowhere")),
          Map.entry("path parameter", () -> HTTP.get("/login;x=1")),
          Map.entry("wrong method", () -> HTTP.get("/token")),
          Map.entry("wrong content type", () -> send("text/plain")),
          Map.entry("too large a body", () -> HTTP.post("/token", "x".repeat(70_000))),
          Map.entry(
              "tokens",
              () -> App.MACHINE.post(SERVER, "/token", "grant_type", "client_credentials")),
          Map.entry("token error", () -> HTTP.post("/token", "grant_type=x")),
          Map.entry("introspection", () -> App.API.post(SERVER, "/introspect", "token", "x")),
          Map.entry("revocation", () -> App.WEB.post(SERVER, "/revoke", "token", "x")));

  private static final Map<String, Supplier<Answer>> PUBLIC =
      Map.of(
          "style sheet", () -> HTTP.get(asset()),
          "keys", () -> HTTP.get("/.well-known/jwks.json"),
          "metadata", () -> HTTP.get("/.well-known/oauth-authorization-server"));

  static Stream<Arguments> all() {
    return Stream.concat(ANSWERS.entrySet().stream(), PUBLIC.entrySet().stream())
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  static Stream<Arguments> secret() {
    return ANSWERS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void S24_noAnswerCanBeFramedSniffedOrScripted(String name, Supplier<Answer> request) {
    var answer = request.get();
    assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "form-action", "*");
    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("secret")
  void S24_nobodyKeepsAnAnswerThatIsNotPublic(String name, Supplier<Answer> request) {
    assertThat(request.get().header("Cache-Control")).contains("no-store");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void noAnswerSetsAContainersSessionOrNamesTheContainer(String name, Supplier<Answer> request) {
    var answer = request.get();
    assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(c -> c.contains("JSESSIONID"));
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("Server")).doesNotContainPattern("\\d");
  }

  @Test
  void overPlainHttpNoTlsIsDemanded() {
    assertThat(HTTP.get("/login").header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void S23_whereACredentialWasPostedTheBrowserGoesOnWithAGet() {
    var person = Person.of(SERVER, "alice");
    var login = person.open(App.WEB.flow(SERVER).with("prompt", "consent").address());
    var afterLogin =
        person.send(login, "login", "username", "alice", "password", "alice-in-demo-land");
    assertThat(afterLogin.status()).isEqualTo(303);
    var consent = person.open(afterLogin.header("Location"));
    var afterConsent = person.send(consent, "allow");
    assertThat(afterConsent.status()).isEqualTo(303);
    assertThat(person.get(afterConsent.header("Location")).status()).isEqualTo(303);
  }

  @Test
  void S10_cookiesAreForThisHostAndNotForScripts() {
    var person = Person.of(SERVER, "alice");
    var login = person.open("/login");
    var answer = person.send(login, "login", "username", "alice", "password", "alice-in-demo-land");
    var browser = HTTP.get(App.WEB.flow(SERVER).address()).header("Set-Cookie");
    for (var cookie : new String[] {answer.header("Set-Cookie"), browser}) {
      assertThat(cookie)
          .containsIgnoringCase("HttpOnly")
          .containsIgnoringCase("SameSite=Lax")
          .containsIgnoringCase("Path=/")
          .doesNotContainIgnoringCase("Domain=");
    }
  }

  private static Answer send(String contentType) {
    var body = BodyPublishers.ofString("grant_type=client_credentials");
    return HTTP.send("POST", "/token", body, "Content-Type", contentType);
  }

  private static String asset() {
    var links = Pattern.compile("href=\"([^\"]+\\.css[^\"]*)\"").matcher(HTTP.get("/login").body());
    assertThat(links.find()).isTrue();
    return links.group(1).replace("&amp;", "&");
  }
}
