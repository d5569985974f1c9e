package org.sallyport.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/** A name as a segment of a path, RFC 3986 §3.3, without escapes, as this server refuses %. */
public final class PathSegment {

  /** What a path carries as it is; other names are written as ~ and base64url (RFC 4648 §5). */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_:-][A-Za-z0-9._~:-]*");

  /** What names are made of; some databases fail at others. */
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7E]+");

  private static final String MARK = "~";

  private PathSegment() {}

  /** The segment of a name. */
  public static String of(String name) {
    return PLAIN.matcher(name).matches()
        ? name
        : MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
  }

  /** The name of a segment; the segment itself where it is no such text. */
  public static String read(String segment) {
    if (!segment.startsWith(MARK)) {
      return segment;
    }
    try {
      var name = new String(Base64.getUrlDecoder().decode(segment.substring(1)), UTF_8);
      return NAME.matcher(name).matches() ? name : segment;
    } catch (IllegalArgumentException notBase64) {
      return segment;
    }
  }
}
