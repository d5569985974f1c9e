package org.sallyport.web;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** Form bodies, read up to a limit. */
public final class Form {

  /** Bytes: the longest form that these protocols need, a request object or assertion included. */
  public static final int MOST_BYTES = 64 * 1024;

  private static final int USUAL_BYTES = 512;

  private Form() {}

  /**
   * The parameters in a form body.
   *
   * @throws OAuthException {@code invalid_request} when it is too long or malformed
   */
  public static Parameters read(InputStream body) {
    try {
      var bytes = bytes(body);
      if (bytes.length > MOST_BYTES) {
        throw INVALID_REQUEST.because("the body is too large").status(413);
      }
      return FormDecoder.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw INVALID_REQUEST.because("the body cannot be read").detail(e.getMessage());
    }
  }

  /** Most are short: to read them as long ones takes 8 KB of memory. */
  private static byte[] bytes(InputStream body) throws IOException {
    var first = body.readNBytes(USUAL_BYTES);
    if (first.length < USUAL_BYTES) {
      return first;
    }
    var rest = body.readNBytes(MOST_BYTES + 1 - USUAL_BYTES);
    return ByteBuffer.allocate(first.length + rest.length).put(first).put(rest).array();
  }
}
