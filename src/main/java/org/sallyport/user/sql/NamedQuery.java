package org.sallyport.user.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An operator's query with {@code :names}, whose values are bound and never become a part of it.
 */
record NamedQuery(String sql, List<String> names) {

  /** What is no parameter, or one: strings, quoted names, comments, casts. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|--[^\\n]*|/\\*.*?\\*/|::|:([A-Za-z]\\w*)",
          Pattern.DOTALL);

  static NamedQuery of(String text) {
    var names = new ArrayList<String>();
    var sql =
        TOKEN
            .matcher(text)
            .replaceAll(
                token -> {
                  if (token.group(1) == null) {
                    return java.util.regex.Matcher.quoteReplacement(token.group());
                  }
                  names.add(token.group(1));
                  return "?";
                });
    return new NamedQuery(sql, List.copyOf(names));
  }

  boolean isEmpty() {
    return sql.isEmpty();
  }

  /** The statement with its values; the caller closes it. */
  PreparedStatement prepare(Connection connection, Map<String, String> values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    try {
      for (var i = 0; i < names.size(); i++) {
        statement.setString(i + 1, values.get(names.get(i)));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
