package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.testing.Http;
import org.sallyport.testing.Server;

/** Without settings the pages look as we made them. */
class BrandIT {

  private static final Http HTTP = new Http(Server.shared());

  @Test
  void theNameIsInHeaderAndTitle() {
    assertThat(HTTP.get("/login").body())
        .contains("<title>Sign in · Sallyport</title>", "<bdi>Sallyport</bdi>")
        .doesNotContain("/brand/");
  }

  @Test
  void thereIsNoLogoAndNoColour() {
    assertThat(HTTP.get("/brand/logo").status()).isEqualTo(404);
    assertThat(HTTP.get("/brand/colours.css").status()).isEqualTo(404);
  }
}
