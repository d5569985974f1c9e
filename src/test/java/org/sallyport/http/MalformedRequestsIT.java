package org.sallyport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Http;
import org.sallyport.testing.RawHttp;
import org.sallyport.testing.Server;

/** S20 and S22: what no honest client sends gets a short answer that tells nothing. */
class MalformedRequestsIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);
  private static final RawHttp RAW = new RawHttp(SERVER);
  private static final List<String> ENDPOINTS = List.of("/token", "/introspect", "/revoke");
  private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

  /** Words that only a stack trace, a container's own page or an exception brings. */
  private static final String TELLTALE =
      "Exception|\\tat |\\bjava\\.|jakarta\\.(?!faces)|org\\.|com\\.sun|Payara|[Gg]lass[Ff]ish|WildFly|Undertow"
          + "|RESTEASY|JBoss";

  @AfterAll
  static void theServerStillServes() {
    var answer = App.MACHINE.post(SERVER, "/token", "grant_type", "client_credentials");
    assertThat(answer.status()).isEqualTo(200);
  }

  static Stream<String> brokenForms() {
    return Stream.of(
        "",
        "&",
        "=",
        "&&&===&",
        "grant_type",
        "grant_type=%",
        "grant_type=%z",
        "grant_type=%zz",
        "grant_type=%4",
        "grant_type=%ff%fe",
        "grant_type=%c0%af",
        "grant_type=%ed%a0%80",
        "grant_type=%00",
        "%00=x",
        "grant_type=client_credentials%0d%0aX:%20y",
        "{\"grant_type\":\"client_credentials\"}",
        "<grant_type>client_credentials</grant_type>",
        "a=1&".repeat(10_000),
        "&".repeat(60_000),
        "grant_type=" + "x".repeat(60_000),
        "x".repeat(60_000) + "=y",
        "client_id=" + "x".repeat(60_000),
        "client_id=%27%20OR%201%3D1--&client_secret=x&grant_type=client_credentials");
  }

  @ParameterizedTest
  @MethodSource("brokenForms")
  void aBrokenFormIsRefusedInJson(String form) {
    for (var path : ENDPOINTS) {
      var answer = HTTP.post(path, form);
      assertJson(answer);
      assertThat(answer.status()).isIn(400, 401, 413);
    }
  }

  @ParameterizedTest
  @MethodSource("brokenForms")
  void aBrokenAuthorizeRequestShowsAPage(String form) {
    assertPage(HTTP.post("/authorize", form, "Accept", "text/html"));
    if (form.length() < 4000) {
      assertPageOrClosed(RAW.send("GET /authorize?" + form.replace(" ", "+") + " HTTP/1.1", NONE));
    }
  }

  private static final byte[] NONE = new byte[0];

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/introspect", "/revoke", "/authorize", "/login"})
  void bytesThatAreNoUtf8AreRefused(String path) {
    var body = "username=\u00ff\u00fe&grant_type=\u00c0\u00af&token=\u00ff".getBytes(ISO_8859_1);
    var type = "application/x-www-form-urlencoded";
    var answer = HTTP.send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type);
    assertRefused(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/token", "/introspect", "/revoke", "/authorize", "/login", "/consent"})
  void aHundredThousandParametersAreRefused(String path) {
    assertRefused(HTTP.post(path, "a=1&".repeat(100_000)));
    assertRefused(HTTP.post(path, "&".repeat(63_000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token",
        "/introspect",
        "/revoke",
        "/authorize",
        "/login",
        "/admin/clients",
        "/x"
      })
  void tenMegabytesAreRefusedWhetherTheirLengthIsToldOrNot(String path) {
    var type = "Content-Type: application/x-www-form-urlencoded";
    var told = "POST " + path + " HTTP/1.1\r\n" + type + "\r\nContent-Length: " + TEN_MEGABYTES;
    assertRefusedOrClosed(RAW.send(told, "x".repeat(TEN_MEGABYTES).getBytes(ISO_8859_1)));
    var chunk =
        Integer.toHexString(TEN_MEGABYTES) + "\r\n" + "x".repeat(TEN_MEGABYTES) + "\r\n0\r\n\r\n";
    var untold = "POST " + path + " HTTP/1.1\r\n" + type + "\r\nTransfer-Encoding: chunked";
    assertRefusedOrClosed(RAW.send(untold, chunk.getBytes(ISO_8859_1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "text/xml",
        "multipart/form-data; boundary=x",
        "application/octet-stream",
        "nonsense",
        "*/*",
        "/",
        "application/x-www-form-urlencoded/x",
        "application/x-www-form-urlencoded; charset",
        "a/b;;="
      })
  void anotherContentTypeIsRefused(String type) {
    var body = BodyPublishers.ofString("grant_type=client_credentials");
    for (var path : List.of("/token", "/introspect", "/revoke")) {
      var answer = HTTP.send("POST", path, body, "Content-Type", type);
      assertJson(answer);
      assertThat(answer.status()).isIn(400, 415);
    }
  }

  @Test
  void noContentTypeAtAllIsRefused() {
    var body = BodyPublishers.ofString("grant_type=client_credentials");
    for (var path : ENDPOINTS) {
      assertJson(HTTP.send("POST", path, body));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /token",
    "PUT, /token",
    "DELETE, /token",
    "PATCH, /revoke",
    "GET, /introspect",
    "HEAD, /introspect",
    "DELETE, /authorize",
    "PUT, /.well-known/jwks.json",
    "POST, /.well-known/jwks.json",
    "POST, /.well-known/oauth-authorization-server",
    "FOO, /token",
    "PROPFIND, /token",
    "TRACE, /token"
  })
  void anotherMethodIsRefused(String method, String path) {
    var answer = RAW.send(method + " " + path + " HTTP/1.1\r\nX-Secret: planted", NONE);
    assertThat(RawHttp.status(answer)).isIn(400, 405, 501);
    assertThat(RawHttp.body(answer)).doesNotContain("X-Secret").doesNotContainPattern(TELLTALE);
    // A TRACE the containers answer themselves.
    if (!List.of("HEAD", "TRACE").contains(method)) {
      assertThat(RawHttp.body(answer)).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "FOO", "TRACE"})
  void aPageRefusesOtherMethods(String method) {
    var answer = RAW.send(method + " /login HTTP/1.1\r\nAccept: text/html", NONE);
    assertThat(RawHttp.status(answer)).isBetween(400, 501).isNotEqualTo(500);
    assertThat(RawHttp.body(answer)).doesNotContainPattern(TELLTALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/token/",
        "/token/x",
        "/TOKEN",
        "/.well-known/",
        "/.well-known/openid-configuration",
        "/login.xhtml",
        "/error.xhtml",
        "/WEB-INF/web.xml",
        "/META-INF/persistence.xml",
        "/WEB-INF__lib__HikariCP-6.3.3_jar",
        "/WEB-INF/templates/page.xhtml",
        "/jakarta.faces.resource/../WEB-INF/web.xml",
        "/jakarta.faces.resource/login.xhtml",
        "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
        "/jakarta.faces.resource/nowhere.css.xhtml",
        "/application.wadl",
        "/openapi",
        "/openapi/application.wadl",
        "/admin",
        "/admin/nowhere",
        "/index.html"
      })
  void S22_whatIsNotServedIsNotFound(String path) {
    var json = RAW.send("GET " + path + " HTTP/1.1\r\nAccept: application/json", NONE);
    assertThat(RawHttp.status(json)).isIn(400, 404, 405);
    assertThat(RawHttp.body(json)).doesNotContainPattern(TELLTALE);
    assertThat(RawHttp.body(json)).isNotBlank();
    var page = RAW.send("GET " + path + " HTTP/1.1\r\nAccept: text/html", NONE);
    assertThat(RawHttp.status(page)).isIn(400, 404, 405);
    assertThat(RawHttp.body(page)).doesNotContainPattern(TELLTALE);
  }

  @Test
  void whatIsNotThereIsToldToPeopleInWordsAndToClientsInJson() {
    var page = HTTP.get("/nowhere", "Accept", "text/html");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("This page does not exist");
    var json = HTTP.get("/nowhere", "Accept", "application/json");
    assertJson(json);
    assertThat(json.error()).isEqualTo("not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/clients;x=1",
        "/admin;/clients",
        "/;/admin/clients",
        "/login;.css",
        "/token;",
        "//admin/clients",
        "/admin//clients",
        "/./admin/clients",
        "/x/../admin/clients",
        "/admin/clients/..;/clients",
        "/%2e%2e/admin/clients",
        "/admin%2fclients",
        "/admin/clients%00",
        "/admin/clients%3bx",
        "/admin\\clients",
        "/admin/clients.xhtml",
        "/admin/clients/",
        "/%ff%fe",
        "/%c0%ae%c0%ae/web.xml"
      })
  void S22_noTrickInAPathGetsAroundARule(String path) {
    var answer = RAW.send("GET " + path + " HTTP/1.1\r\nAccept: text/html", NONE);
    var status = RawHttp.status(answer);
    assertThat(status == 0 || status >= 400 && status < 500 || leadsToTheLogin(answer))
        .as(answer)
        .isTrue();
    assertThat(RawHttp.body(answer)).doesNotContainPattern(TELLTALE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /login",
        "GET /login HTTP/9.9",
        "GET  /login HTTP/1.1",
        "/login",
        "GET /login HTTP/1.1\r\n folded: x",
        "GET /login HTTP/1.1\r\nno colon",
        "GET /login HTTP/1.1\r\nContent-Length: -1",
        "GET /login HTTP/1.1\r\nContent-Length: many",
        "GET http:// HTTP/1.1",
        "GET /%zz HTTP/1.1",
        "GET /% HTTP/1.1",
        "POST /token%zz HTTP/1.1",
        "GET /login\u0000 HTTP/1.1",
        "GET /login HTTP/1.1\r\nCookie: sallyport_session=\"<x>",
        "GET /login HTTP/1.1\r\nCookie: ;;;=;=x;sallyport_browser"
      })
  void aRequestThatIsNoHttpTellsNothing(String head) {
    var answer = RAW.send(head, NONE);
    assertThat(RawHttp.status(answer)).isNotEqualTo(500);
    assertThat(RawHttp.body(answer)).doesNotContainPattern("Exception|\\tat |com\\.sun");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "username=%ff&password=%fe",
        "username=%zz&password=%",
        "username=%00&password=%00",
        "username=a&username=b&password=c",
        "jakarta.faces.ViewState=x",
        "jakarta.faces.ViewState=rO0ABXNyABNqYXZhLnV0aWwuQXJyYXlMaXN0",
        "jakarta.faces.ViewState=stateless&jakarta.faces.partial.ajax=true",
        "jakarta.faces.ViewState=stateless&jakarta.faces.source=login&form=form",
        "jakarta.faces.ViewState=stateless&form=form&login=x&tx=x&csrf=x",
        "jakarta.faces.ViewState=stateless&form=form&login=x&tx=%00&csrf=%ff",
        "tx=%C3%A9"
      })
  void aBrokenFormOfAPageShowsAPageAgain(String form) {
    for (var path : List.of("/login", "/consent", "/logout", "/error", "/")) {
      var answer = HTTP.post(path, form, "Accept", "text/html", "Cookie", "sallyport_browser=x");
      assertThat(answer.status()).as(path).isLessThan(500);
      assertThat(answer.body()).doesNotContainPattern("Exception|\\tat |Payara|Undertow");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/logout", "/consent"})
  void aMultipartFormOfAPageIsNoServerError(String path) {
    var body =
        BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"tx\"\r\n\r\nx");
    var answer = HTTP.send("POST", path, body, "Content-Type", "multipart/form-data; boundary=x");
    assertThat(answer.status()).isLessThan(500);
    assertThat(answer.body()).doesNotContainPattern("Exception|\\tat |Payara|Undertow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%00", "%ff", "x", "%27%20OR%201%3D1--", "%F0%9F%92%A9"})
  void aBrokenIdInAPagesAddressIsNoServerError(String value) {
    for (var path :
        List.of("/login?tx=", "/consent?tx=", "/admin/clients/delete?id=", "/authorize?tx=")) {
      var answer = HTTP.get(path + value, "Accept", "text/html");
      assertThat(answer.status()).as(path).isLessThan(500);
      assertThat(answer.body()).doesNotContainPattern("Exception|\\tat |Payara|Undertow");
    }
  }

  private boolean leadsToTheLogin(String answer) {
    return RawHttp.status(answer) == 303
        && answer.contains("Location: " + SERVER.issuer() + "/login");
  }

  private static void assertJson(Answer answer) {
    assertRefused(answer);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.error()).isNotEmpty();
  }

  private static void assertPage(Answer answer) {
    assertRefused(answer);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Location")).isEmpty();
  }

  private static void assertRefused(Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).isNotBlank().doesNotContainPattern(TELLTALE);
  }

  private static void assertPageOrClosed(String answer) {
    assertRefusedOrClosed(answer);
    assertThat(answer).doesNotContain("Location:");
  }

  private static void assertRefusedOrClosed(String answer) {
    var status = RawHttp.status(answer);
    assertThat(status == 0 || status >= 400 && status < 500).as(head(answer)).isTrue();
    assertThat(RawHttp.body(answer)).doesNotContainPattern(TELLTALE);
  }

  private static String head(String answer) {
    return answer.substring(0, Math.min(answer.length(), 500));
  }
}
