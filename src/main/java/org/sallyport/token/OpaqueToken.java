package org.sallyport.token;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.WordsConverter;
import org.sallyport.store.cleanup.ExpiringRow;

/** An access token that says nothing by itself; its id is its digest. */
@Entity
@Table(name = "opaque_token")
@Cacheable(false)
public class OpaqueToken implements ExpiringRow {

  @Id private String id;

  @Column(name = "jti")
  private String jti;

  @Column(name = "grant_id")
  private String grantId;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "subject")
  private String subject;

  @Column(name = "scopes")
  private Scopes scopes;

  @Column(name = "audiences")
  @Convert(converter = WordsConverter.class)
  private List<String> audiences;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected OpaqueToken() {}

  OpaqueToken(Digest digest, String jti, Entitlement of, Instant issuedAt, Instant expiresAt) {
    this.id = digest.value();
    this.jti = jti;
    this.grantId = of.grant().map(state -> state.grant().id().toString()).orElse(null);
    this.clientId = of.client().id();
    this.subject = of.subject();
    this.scopes = of.scopes();
    this.audiences = of.audiences();
    this.issuedAt = issuedAt;
    this.expiresAt = expiresAt;
  }

  /** What introspection tells of it. */
  AccessToken content() {
    return new AccessToken(jti, grantId, clientId, subject, scopes, audiences, issuedAt, expiresAt);
  }
}
