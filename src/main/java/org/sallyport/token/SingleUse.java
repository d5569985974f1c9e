package org.sallyport.token;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a grant gives is used once: by one conditional update that must change one row. Each is its
 * own transaction, which the database ends with the statement, without the container's.
 */
@ApplicationScoped
public class SingleUse {

  private static final String REDEEM =
      "UPDATE user_grant SET consumed_at = ?, generation = 1, rotated_at = ?, last_used = ?"
          + " WHERE id = ? AND consumed_at IS NULL AND revoked_at IS NULL";
  private static final String ROTATE =
      "UPDATE user_grant SET generation = ?, rotated_at = ?, last_used = ?"
          + " WHERE id = ? AND generation = ? AND revoked_at IS NULL";

  @Resource(lookup = "java:app/jdbc/sallyport")
  private DataSource database;

  @Inject private Clock clock;

  /** Uses the code, RFC 6749 §4.1.2; false where it was used before. */
  public boolean redeem(UUID id) {
    var now = clock.millis();
    return changesOne(REDEEM, now, now, now, id.toString());
  }

  /** Goes from one generation of the refresh token to the next; false where another call did. */
  public boolean rotate(UUID id, int generation) {
    var now = clock.millis();
    return changesOne(ROTATE, generation + 1, now, now, id.toString(), generation);
  }

  private boolean changesOne(String sql, Object... values) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      return update.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }
}
