package org.sallyport.token.inspect;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.sallyport.store.cleanup.ExpiringRow;

/** An access token that ended before its time, by its {@code jti}, until that time has come. */
@Entity
@Table(name = "revoked_token")
@Cacheable(false)
public class RevokedToken implements ExpiringRow {

  @Id private String id;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected RevokedToken() {}

  RevokedToken(String jti, Instant expiresAt) {
    this.id = jti;
    this.expiresAt = expiresAt;
  }
}
