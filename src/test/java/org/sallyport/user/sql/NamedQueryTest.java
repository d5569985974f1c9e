package org.sallyport.user.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamedQueryTest {

  @Test
  void namesBecomeBoundValues() {
    var query =
        NamedQuery.of("SELECT id FROM u WHERE a = :username OR b=:canonical OR c = :username");

    assertThat(query.sql()).isEqualTo("SELECT id FROM u WHERE a = ? OR b=? OR c = ?");
    assertThat(query.names()).containsExactly("username", "canonical", "username");
  }

  @Test
  void textsCommentsAndCastsAreLeftAlone() {
    var sql =
        "SELECT id::text, 'it''s :no $1', \":no\", `:no` /* :no\n */ FROM u -- :no\n WHERE id = :id";
    var query = NamedQuery.of(sql);

    assertThat(query.sql()).isEqualTo(sql.replace("id = :id", "id = ?"));
    assertThat(query.names()).containsExactly("id");
  }
}
