package org.sallyport.client;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What applications of another system expect of the answers of RFC 6749 §5.1 beside it. */
public enum ResponseProfile {
  NONE,
  /** {@code user_id} and {@code message_url} beside the token. */
  OWNCLOUD,
  /** The claim {@code scopes}, a list, in a token that is a JWT. */
  LEAGUE;

  private static final List<ResponseProfile> ALL = List.of(values());

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The profile of a name as it is written in forms and in the database. */
  public static Optional<ResponseProfile> find(String word) {
    return ALL.stream().filter(profile -> profile.word.equals(word)).findFirst();
  }

  public String word() {
    return word;
  }
}
