package org.sallyport.key;

import java.util.Locale;

/** What a derived key is for; its name is the {@code info} of RFC 5869 §2.3. */
public enum Purpose {
  /** Seals columns of the database. */
  SEAL,
  /** Authenticates refresh tokens. */
  REFRESH,
  /** Seals what a browser carries through a login. */
  FLOW,
  /** Makes authorization codes. */
  CODE;

  String info() {
    return name().toLowerCase(Locale.ROOT);
  }
}
