package org.sallyport.user.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.sallyport.config.SqlStoreSettings;

/** What is asked of a table of people. */
record SqlQueries(
    NamedQuery person,
    NamedQuery state,
    NamedQuery groups,
    NamedQuery attributes,
    NamedQuery upgrade) {

  static SqlQueries of(SqlStoreSettings settings) {
    return new SqlQueries(
        NamedQuery.of(settings.person()),
        NamedQuery.of(settings.state()),
        NamedQuery.of(settings.groups()),
        NamedQuery.of(settings.attributes()),
        NamedQuery.of(settings.upgrade()));
  }

  /** Those that only read, by the end of their setting's name. */
  Map<String, NamedQuery> selects() {
    var all = new LinkedHashMap<String, NamedQuery>();
    all.put("sql.person", person);
    all.put("sql.state", state);
    all.put("sql.groups", groups);
    all.put("sql.attributes", attributes);
    all.values().removeIf(NamedQuery::isEmpty);
    return all;
  }
}
