package org.sallyport.oauth;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Strict reader of {@code application/x-www-form-urlencoded}, RFC 6749 Appendix B: broken percent
 * signs and broken UTF-8 are refused, where the platform's readers would guess.
 */
public final class FormDecoder {

  /** More pairs than any request of these protocols has. */
  private static final int MOST_PAIRS = 100;

  private FormDecoder() {}

  /**
   * The parameters in a query string or form body; null reads as none.
   *
   * @throws OAuthException {@code invalid_request} when the text is not well formed
   */
  public static Parameters parse(String form) {
    var values = new LinkedHashMap<String, List<String>>();
    if (form == null || form.isEmpty()) {
      return Parameters.of(values);
    }
    var pairs = 0;
    for (var start = 0; start <= form.length(); pairs++) {
      if (pairs == MOST_PAIRS) {
        throw INVALID_REQUEST.because("too many parameters");
      }
      var end = form.indexOf('&', start);
      end = end < 0 ? form.length() : end;
      if (end > start) {
        var equals = form.indexOf('=', start);
        var nameEnd = equals < 0 || equals > end ? end : equals;
        var name = decode(form.substring(start, nameEnd));
        var value = nameEnd == end ? "" : decode(form.substring(nameEnd + 1, end));
        values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
      }
      start = end + 1;
    }
    return Parameters.of(values);
  }

  /**
   * One decoded name or value.
   *
   * @throws OAuthException {@code invalid_request} when it is not well formed
   */
  public static String decode(String text) {
    var bytes = new ByteArrayOutputStream(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '%') {
        bytes.write(hex(text, i + 1) << 4 | hex(text, i + 2));
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else if (c > 0xFF) {
        throw INVALID_REQUEST.because("the form is not well encoded");
      } else {
        bytes.write(c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  /**
   * The text of some UTF-8 bytes.
   *
   * @throws OAuthException {@code invalid_request} when they are not UTF-8 or hold a NUL
   */
  public static String utf8(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      if (text.indexOf('\0') >= 0) {
        throw INVALID_REQUEST.because("a NUL character is not allowed");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw INVALID_REQUEST.because("the form is not UTF-8");
    }
  }

  private static int hex(String text, int index) {
    var digit = index < text.length() ? Character.digit(text.charAt(index), 16) : -1;
    if (digit < 0 || text.charAt(index) > 'f') {
      throw INVALID_REQUEST.because("the form is not well encoded");
    }
    return digit;
  }
}
