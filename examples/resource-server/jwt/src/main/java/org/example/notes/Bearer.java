package org.example.notes;

/** The words of RFC 6750 §3 in which a request is refused. */
final class Bearer {

  private static final String REALM = "Bearer realm=\"notes\"";

  private Bearer() {}

  /** For whoever sent no token. */
  static String none() {
    return REALM;
  }

  /** For a token that may not do this. */
  static String insufficient(String scope) {
    return REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"";
  }
}
