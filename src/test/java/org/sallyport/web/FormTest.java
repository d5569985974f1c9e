package org.sallyport.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;

class FormTest {

  @Test
  void aFormIsReadAsUtf8() {
    assertThat(Form.read(body("a=%C3%A4&b=ä")).require("a")).isEqualTo("ä");
    assertThat(Form.read(body("a=%C3%A4&b=ä")).require("b")).isEqualTo("ä");
  }

  @Test
  void S20_aFormHas64KibAtMostHoweverItIsSent() {
    assertThat(Form.read(body("a=" + "x".repeat(65_534))).require("a")).hasSize(65_534);

    assertThat(refusal(body("a=" + "x".repeat(65_535))).status()).isEqualTo(413);
  }

  @Test
  void aBodyThatBreaksOffIsTheClientsFault() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    assertThat(refusal(broken).error()).isEqualTo(OAuthError.INVALID_REQUEST);
  }

  private static OAuthException refusal(InputStream body) {
    return catchThrowableOfType(OAuthException.class, () -> Form.read(body));
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
