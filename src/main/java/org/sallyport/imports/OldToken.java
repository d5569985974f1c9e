package org.sallyport.imports;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A row of ownCloud's {@code oauth2_refresh_tokens}, with the client's identifier.
 *
 * @param planned what a dry run has found importable before: the client, the user
 */
public record OldToken(String token, String clientId, String username, Set<String> planned) {

  private static final Set<String> COLUMNS =
      Set.of("token", "client", "user_id", "planned_client", "planned_user");

  static OldToken of(String place, Map<String, String> row) {
    var read = OldRow.of(place, row, COLUMNS);
    var planned = new HashSet<String>();
    for (var one : Set.of("client", "user")) {
      if (read.is("planned_" + one)) {
        planned.add(one);
      }
    }
    return new OldToken(
        read.text("token"), read.text("client"), read.text("user_id"), Set.copyOf(planned));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return username + " " + clientId;
  }
}
