package org.sallyport.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.sallyport.oauth.Digest;

/** A public JSON document as ready bytes with an entity tag, RFC 9110 §8.8.3. */
public final class PublicDocument {

  /** How long anyone may keep it: short, so that a rotated key is seen soon. */
  public static final String CACHING = "public, max-age=300";

  private final byte[] bytes;
  private final String tag;

  public PublicDocument(String json) {
    bytes = json.getBytes(UTF_8);
    tag = '"' + Digest.of(json).value() + '"';
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String tag() {
    return tag;
  }

  /** Whether an {@code If-None-Match} names this very document. */
  public boolean isKnownBy(String ifNoneMatch) {
    return ifNoneMatch != null && (ifNoneMatch.contains(tag) || ifNoneMatch.strip().equals("*"));
  }
}
