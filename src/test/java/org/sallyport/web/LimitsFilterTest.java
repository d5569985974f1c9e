package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.config.ServerSettings;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;

class LimitsFilterTest {

  private final FakeResponse response = new FakeResponse();
  private final ServerSettings production = TestSettings.server(TestSettings.HTTPS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/token",
        "/jakarta.faces.resource/jakarta.faces.resource/tokens.css",
        "/.well-known/jwks.json"
      })
  void honestPathsPass(String path) throws Exception {
    assertThat(passes(production, FakeRequest.to(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/token;a=b",
        "/admin;/clients",
        "/..;/admin/clients",
        "//token",
        "/a//b",
        "/a\\b",
        ";"
      })
  void S22_pathsThatFoolFiltersAreRefused(String path) throws Exception {
    assertThat(passes(production, FakeRequest.to(path))).isFalse();
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("\"invalid_request\"").doesNotContain(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/jakarta.faces.resource/admin/clients.xhtml", "/jakarta.faces.resource/login"})
  void pagesAreNotServedAsAssets(String path) throws Exception {
    assertThat(passes(production, FakeRequest.to(path))).isFalse();
    assertThat(response.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"-1, true", "0, true", "65536, true", "65537, false", "10000000000, false"})
  void S20_aBodyAboveTheLimitIsRefused(long bytes, boolean passes) throws Exception {
    var request = FakeRequest.to("/token").answering("getContentLengthLong", bytes);

    assertThat(passes(production, request)).isEqualTo(passes);
    assertThat(response.status()).isEqualTo(passes ? 200 : 413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "text/plain;charset=\"a b\""
      })
  void wellFormedContentTypesPass(String type) throws Exception {
    var request = FakeRequest.to("/token").header("Content-Type", type);

    assertThat(passes(production, request)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "/", "a/b/c", "a/b;", "a/b; c", "a/b; c=\"d", "a/b\r\nX: y"})
  void malformedContentTypesAreRefused(String type) throws Exception {
    var request = FakeRequest.to("/token").header("Content-Type", type);

    assertThat(passes(production, request)).isEqualTo(type.equals("a/b;"));
  }

  @Test
  void S20_aLongContentTypeIsRefused() throws Exception {
    var request = FakeRequest.to("/token").header("Content-Type", "a/b" + "; c=d".repeat(10_000));

    assertThat(passes(production, request)).isFalse();
    assertThat(response.status()).isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.9.8.7, true",
    "::1, true",
    "0:0:0:0:0:0:0:1, true",
    "192.168.1.5, false",
    "10.0.0.1, false",
    "fe80::1, false"
  })
  void theDemoAnswersOnLoopbackOnly(String local, boolean passes) throws Exception {
    var request = FakeRequest.to("/login").answering("getLocalAddr", local);

    assertThat(passes(TestSettings.demo(), request)).isEqualTo(passes);
    assertThat(response.status()).isEqualTo(passes ? 200 : 403);
  }

  @Test
  void aServerWithoutTheDemoAnswersEverywhere() throws Exception {
    var request = FakeRequest.to("/login").answering("getLocalAddr", "192.168.1.5");

    assertThat(passes(production, request)).isTrue();
  }

  private boolean passes(ServerSettings settings, FakeRequest request) throws Exception {
    var passed = new AtomicBoolean();
    Injection.into(new LimitsFilter(), settings)
        .doFilter(request.build(), response.build(), (in, out) -> passed.set(true));
    return passed.get();
  }
}
