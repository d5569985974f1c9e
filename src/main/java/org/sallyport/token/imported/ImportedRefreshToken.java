package org.sallyport.token.imported;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.sallyport.oauth.Digest;
import org.sallyport.token.UserGrant;

/**
 * The digest of another system's refresh token. It stays when its grant is gone, for good: imported
 * once more, a token that was used would be a new one.
 */
@Entity
@Table(name = "imported_refresh_token")
@Cacheable(false)
public class ImportedRefreshToken {

  @Id private String id;

  @Column(name = "grant_id")
  private String grantId;

  protected ImportedRefreshToken() {}

  ImportedRefreshToken(Digest digest, UserGrant grant) {
    id = digest.value();
    grantId = grant.id().toString();
  }
}
