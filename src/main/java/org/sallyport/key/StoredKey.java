package org.sallyport.key;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A signing key that this server made: its private part sealed, its public part in the clear. */
@Entity
@Table(name = "signing_key")
@Cacheable(false)
public class StoredKey {

  @Id private String id;

  @Column(name = "algorithm")
  private String algorithm;

  /** The algorithm again while this key is its active one; unique, so that nodes agree on one. */
  @Column(name = "active_for")
  private String activeFor;

  @Column(name = "sealed_key")
  private String sealedKey;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "created_at")
  private Instant createdAt;

  protected StoredKey() {}

  StoredKey(String id, Algorithm algorithm, String sealedKey, String publicKey, Instant createdAt) {
    this.id = id;
    this.algorithm = algorithm.jwa();
    this.activeFor = algorithm.jwa();
    this.sealedKey = sealedKey;
    this.publicKey = publicKey;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  Algorithm algorithm() {
    return Algorithm.of(algorithm);
  }

  boolean isActive() {
    return activeFor != null;
  }

  String sealedKey() {
    return sealedKey;
  }

  void reseal(String sealed) {
    sealedKey = sealed;
  }

  String publicKey() {
    return publicKey;
  }

  Instant createdAt() {
    return createdAt;
  }
}
