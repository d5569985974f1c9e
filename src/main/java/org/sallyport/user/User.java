package org.sallyport.user;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.sallyport.oauth.Randomness;

/** A person; the id is opaque and is the {@code sub} of tokens (RFC 9068 §2.2). */
@Entity
@Table(name = "app_user")
@Cacheable(false)
public class User {

  @Id private String id;

  @Column(name = "username")
  private String username;

  @Column(name = "canonical_name")
  private String canonicalName;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "administrator")
  private boolean administrator;

  @Column(name = "active")
  private boolean active = true;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "created_at")
  private Instant createdAt;

  protected User() {}

  public User(String username, String passwordHash, Instant now) {
    this.id = Randomness.opaqueId().toString();
    this.username = username;
    this.canonicalName = canonical(username);
    this.passwordHash = passwordHash;
    this.createdAt = now;
  }

  /** The same person, who may administer this server. */
  public User asAdministrator() {
    administrator = true;
    return this;
  }

  /** One spelling for all that people take for the same name. */
  public static String canonical(String username) {
    return Normalizer.normalize(username, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  public String id() {
    return id;
  }

  public String username() {
    return username;
  }

  String passwordHash() {
    return passwordHash;
  }

  public boolean isAdministrator() {
    return administrator;
  }

  public boolean isActive() {
    return active;
  }

  /** Whether what this person allowed at a time still counts. */
  public boolean honours(Instant issuedAt) {
    return active && (notBefore == null || !issuedAt.isBefore(notBefore));
  }
}
