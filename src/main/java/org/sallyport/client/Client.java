package org.sallyport.client;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.WordsConverter;

/** A registered client, RFC 6749 §2; nothing listed means nothing allowed. */
@Entity
@Table(name = "client")
@Cacheable(false)
public class Client {

  @Id private String id;

  @Column(name = "name")
  private String name;

  @Column(name = "secret_digest")
  private String secretDigest;

  @Column(name = "grant_types")
  @Convert(converter = WordsConverter.class)
  private List<String> grantTypes = List.of();

  @Column(name = "redirect_uris")
  @Convert(converter = WordsConverter.class)
  private List<String> redirectUris = List.of();

  @Column(name = "scopes")
  private Scopes scopes = Scopes.NONE;

  @Column(name = "origins")
  @Convert(converter = WordsConverter.class)
  private List<String> origins = List.of();

  @Column(name = "resources")
  @Convert(converter = WordsConverter.class)
  private List<String> resources = List.of();

  @Column(name = "audience")
  private String audience;

  @Column(name = "token_format")
  private String tokenFormat = "jwt";

  @Column(name = "signing_algorithm")
  private String signingAlgorithm;

  @Column(name = "may_introspect")
  private boolean mayIntrospect;

  @Column(name = "active")
  private boolean active = true;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Client() {}

  Client(NewClient wanted, Optional<Digest> secret, Instant now) {
    id = wanted.id();
    name = wanted.name();
    secretDigest = secret.map(Digest::value).orElse(null);
    grantTypes = wanted.grantTypes();
    redirectUris = wanted.redirectUris();
    scopes = wanted.scopes();
    origins = wanted.origins();
    resources = wanted.resources();
    tokenFormat = wanted.tokenFormat();
    signingAlgorithm = wanted.signingAlgorithm().orElse(null);
    mayIntrospect = wanted.mayIntrospect();
    createdAt = now;
  }

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  /** Whether it can keep a secret, RFC 6749 §2.1. */
  public boolean isConfidential() {
    return secretDigest != null;
  }

  Optional<Digest> secret() {
    return Optional.ofNullable(secretDigest).map(Digest::new);
  }

  public List<String> grantTypes() {
    return grantTypes;
  }

  public boolean mayUse(String grantType) {
    return grantTypes.contains(grantType);
  }

  public List<String> redirectUris() {
    return redirectUris;
  }

  public Scopes scopes() {
    return scopes;
  }

  /** Origins of its scripts, for CORS. */
  public List<String> origins() {
    return origins;
  }

  /** Resources that it may name, RFC 8707 §2, beside this server itself. */
  public List<String> resources() {
    return resources;
  }

  /** The audience of its tokens where it names no resource. */
  public Optional<String> audience() {
    return Optional.ofNullable(audience);
  }

  /** The name of its {@code TokenFormat}. */
  public String tokenFormat() {
    return tokenFormat;
  }

  public Optional<String> signingAlgorithm() {
    return Optional.ofNullable(signingAlgorithm);
  }

  /** Whether it is a resource server that sees every token, RFC 7662 §2.1. */
  public boolean mayIntrospect() {
    return mayIntrospect;
  }

  public boolean isActive() {
    return active;
  }

  /** Whether what it got at a time still counts. */
  public boolean honours(Instant issuedAt) {
    return active && (notBefore == null || !issuedAt.isBefore(notBefore));
  }

  public Instant createdAt() {
    return createdAt;
  }
}
