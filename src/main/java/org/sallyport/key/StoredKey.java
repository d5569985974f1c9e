package org.sallyport.key;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A signing key in its life: one that this server made, with its private part sealed, or one of a
 * file, of which only the public part is here.
 */
@Entity
@Table(name = "signing_key")
@Cacheable(false)
public class StoredKey {

  @Id private String id;

  @Column(name = "algorithm")
  private String algorithm;

  @Column(name = "state")
  @Enumerated(EnumType.STRING)
  private KeyState state;

  /** The algorithm again while this key is its active one; unique, so that nodes agree on one. */
  @Column(name = "active_for")
  private String activeFor;

  /** The same while it is the one to come. */
  @Column(name = "next_for")
  private String nextFor;

  @Column(name = "of_file")
  private boolean ofFile;

  @Column(name = "sealed_key")
  private String sealedKey;

  @Column(name = "public_key")
  private String publicKey;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "signs_from")
  private Instant signsFrom;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "remove_at")
  private Instant removeAt;

  protected StoredKey() {}

  StoredKey(String id, Algorithm algorithm, String sealedKey, String publicKey, Instant createdAt) {
    this.id = id;
    this.algorithm = algorithm.jwa();
    this.sealedKey = sealedKey;
    this.ofFile = sealedKey == null;
    this.publicKey = publicKey;
    this.createdAt = createdAt;
  }

  /** Waits until everyone knows it. */
  public StoredKey published(Instant signsAt) {
    state = KeyState.PUBLISHED;
    nextFor = algorithm;
    signsFrom = signsAt;
    return this;
  }

  /** Signs from now on. */
  public StoredKey activated(Instant now) {
    state = KeyState.ACTIVE;
    activeFor = algorithm;
    nextFor = null;
    signsFrom = now;
    retiredAt = null;
    removeAt = null;
    return this;
  }

  /** Signs no longer, and is served until then. */
  public void retire(Instant now, Instant until) {
    state = KeyState.RETIRED;
    activeFor = null;
    nextFor = null;
    retiredAt = now;
    removeAt = until;
  }

  /** Is served longer, as somebody still signs with it. */
  public void keep(Instant until) {
    removeAt = until;
  }

  /** Is trusted no longer; the private part goes at once, the row of a made key then. */
  public void withdraw(Instant now, Instant until) {
    retire(now, ofFile ? null : until);
    state = KeyState.WITHDRAWN;
    sealedKey = null;
  }

  /** Is served no longer, but known. */
  public void forgotten() {
    state = KeyState.REMOVED;
    removeAt = null;
  }

  public String id() {
    return id;
  }

  public Algorithm algorithm() {
    return Algorithm.of(algorithm);
  }

  public KeyState state() {
    return state;
  }

  /** Whether its private part is in a file of the operator and not here. */
  public boolean isOfFile() {
    return ofFile;
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

  /** When it was first served. */
  public Instant createdAt() {
    return createdAt;
  }

  /** When it began to sign, or will. */
  public Instant signsFrom() {
    return signsFrom;
  }

  /** When it ceased to sign, or null. */
  public Instant retiredAt() {
    return retiredAt;
  }

  /** When nothing can depend on it any more, or null. */
  public Instant removeAt() {
    return removeAt;
  }
}
