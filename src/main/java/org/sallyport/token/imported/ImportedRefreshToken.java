package org.sallyport.token.imported;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.oauth.Digest;
import org.sallyport.store.cleanup.ExpiringRow;
import org.sallyport.token.UserGrant;

/** The digest of another system's refresh token; it stays while its grant does, to tell reuse. */
@Entity
@Table(name = "imported_refresh_token")
@Cacheable(false)
public class ImportedRefreshToken implements ExpiringRow {

  @Id private String id;

  @Column(name = "grant_id")
  private String grantId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected ImportedRefreshToken() {}

  ImportedRefreshToken(Digest digest, UserGrant grant) {
    id = digest.value();
    grantId = grant.id().toString();
    clientId = grant.clientId();
    userId = grant.userId();
    expiresAt = grant.expiresAt();
  }
}
