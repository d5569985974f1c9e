package org.sallyport.web;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** Form bodies, read up to a limit. */
public final class Form {

  /** Bytes: the longest form that these protocols need, a request object or assertion included. */
  public static final int MOST_BYTES = 64 * 1024;

  private Form() {}

  /**
   * The parameters in a form body.
   *
   * @throws OAuthException {@code invalid_request} when it is too long or malformed
   */
  public static Parameters read(InputStream body) {
    try {
      var bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw INVALID_REQUEST.because("the body is too large").status(413);
      }
      return FormDecoder.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw INVALID_REQUEST.because("the body cannot be read").detail(e.getMessage());
    }
  }
}
