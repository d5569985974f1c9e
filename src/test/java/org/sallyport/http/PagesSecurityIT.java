package org.sallyport.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Server;

/** Attacks on the pages as requests, without a browser. */
class PagesSecurityIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String STATE = "jakarta.faces.ViewState=stateless";
  private static final String PAGES = "/login,/consent,/logout,/admin/clients,/admin/users";

  private final HttpClient http = HttpClient.newHttpClient();

  @ParameterizedTest
  @ValueSource(strings = {"/login", "/consent", "/logout", "/admin/clients", "/admin/users"})
  void S20_aBodyOfUnknownLengthIsReadUpToTheLimitOnly(String page) throws Exception {
    var body = (STATE + "&username=" + "x".repeat(100_000)).getBytes(ISO_8859_1);

    var answer =
        post(page, FORM, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("<h1>");
  }

  @ParameterizedTest
  @CsvSource({
    "broken percent sign, username=%",
    "broken UTF-8, username=%ff",
    "overlong UTF-8, username=%c0%80",
    "NUL, username=a%00b",
    "no view state, username=a"
  })
  void aMalformedFormIsRefusedByEveryPage(String kind, String form) throws Exception {
    for (var page : PAGES.split(",")) {
      var state = kind.equals("no view state") ? "" : STATE + "&";

      var answer = post(page, FORM, BodyPublishers.ofString(state + form));

      assertThat(answer.statusCode()).as(page).isEqualTo(400);
      assertThat(answer.body()).as(page).contains("<h1>").doesNotContain("org.sallyport");
    }
  }

  @Test
  void tooManyParametersAreRefusedByEveryPage() throws Exception {
    for (var page : PAGES.split(",")) {
      var answer = post(page, FORM, BodyPublishers.ofString(STATE + "&a=1".repeat(100)));

      assertThat(answer.statusCode()).as(page).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "x"})
  void anotherContentTypeIsRefusedByEveryPage(String type) throws Exception {
    for (var page : PAGES.split(",")) {
      assertThat(post(page, type, BodyPublishers.ofString(STATE)).statusCode())
          .as(page)
          .isEqualTo(415);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
  void aPageAnswersToGetAndPostOnly(String method) throws Exception {
    var request = to("/login").method(method, BodyPublishers.noBody()).build();

    assertThat(send(request).statusCode()).isEqualTo(405);
  }

  @Test
  void aFormWithoutItsButtonShowsAStrangerNoAdministration() throws Exception {
    for (var form : new String[] {"creation=creation", "creation=creation&type=odd&create=x"}) {
      var answer = post("/admin/clients", FORM, BodyPublishers.ofString(STATE + "&" + form));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(answer.headers().firstValue("Location")).get().asString().contains("/login?tx=");
    }
  }

  @Test
  void aFormWithoutItsButtonAsksForNoConsent() throws Exception {
    var answer = post("/consent", FORM, BodyPublishers.ofString(STATE + "&form=form"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("would like to use your account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin/%63lients",
        "/admin%2Fclients",
        "/admin/clients%3Bx=1",
        "/admin/clients;x=1",
        "/admin//clients",
        "/%2e/admin/clients"
      })
  void S22_anotherSpellingOfAPathIsRefused(String path) throws Exception {
    assertThat(send(to(path).GET().build()).statusCode()).isEqualTo(400);
  }

  @Test
  void theFolderOfAssetsIsNoPage() throws Exception {
    assertThat(send(to("/jakarta.faces.resource").GET().build()).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
    return send(to(path).header("Content-Type", type).POST(body).build());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(Server.shared().address() + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }
}
