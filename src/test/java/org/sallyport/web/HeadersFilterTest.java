package org.sallyport.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;

class HeadersFilterTest {

  @Test
  void S24_everyAnswerIsHeldToItself() throws Exception {
    var response = answer(TestSettings.HTTPS, "/login");

    assertThat(response.header("Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "form-action", "*");
    assertThat(response.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(response.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void S24_onlyTlsIsDemandedForTheFuture() throws Exception {
    assertThat(answer(TestSettings.HTTPS, "/").header("Strict-Transport-Security"))
        .startsWith("max-age=");
    assertThat(answer(TestSettings.LOOPBACK, "/").header("Strict-Transport-Security")).isNull();
  }

  @Test
  void assetsMayBeKept() throws Exception {
    assertThat(answer(TestSettings.HTTPS, "/jakarta.faces.resource/x").header("Cache-Control"))
        .isNull();
  }

  private static FakeResponse answer(String issuer, String path) throws Exception {
    var response = new FakeResponse();
    Injection.into(new HeadersFilter(), TestSettings.server(issuer))
        .doFilter(FakeRequest.to(path).build(), response.build(), (in, out) -> {});
    return response;
  }
}
