package org.sallyport.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What applications of another system expect of the answers of RFC 6749 §5.1 beside it. */
public enum ResponseProfile {
  NONE,
  /** {@code user_id} and {@code message_url} beside the token. */
  OWNCLOUD,
  /** The claim {@code scopes}, a list, in a token that is a JWT. */
  LEAGUE;

  /** The profile of a name as it is written in forms and in the database. */
  public static Optional<ResponseProfile> find(String word) {
    return Arrays.stream(values()).filter(profile -> profile.word().equals(word)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
