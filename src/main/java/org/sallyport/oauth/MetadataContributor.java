package org.sallyport.oauth;

import jakarta.json.JsonObjectBuilder;

/** What a feature says of itself in the server's metadata, RFC 8414 §2. */
public interface MetadataContributor {

  /** Adds members; {@code issuer} has no slash at its end, so a path can be appended to it. */
  void contribute(JsonObjectBuilder metadata, String issuer);
}
