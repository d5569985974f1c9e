package org.sallyport.user;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.sallyport.oauth.Randomness;

/** A person; the id is opaque and is the {@code sub} of tokens (RFC 9068 §2.2). */
@Entity
@Table(name = "app_user")
@Cacheable(false)
public class User {

  @Id private String id;

  @Embedded private Origin origin;

  /** A system and its name for them; null where no import made this row. */
  @Column(name = "imported_as")
  private String importedAs;

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

  @Column(name = "locale")
  private String locale;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "password_changed_at")
  private Instant passwordChangedAt;

  @Column(name = "unlocked_at")
  private Instant unlockedAt;

  @Column(name = "not_before")
  private Instant notBefore;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** Counts the changes of name and role; not JPA's own, as they are updates by query. */
  @Column(name = "version")
  private int version;

  protected User() {}

  public User(String username, String passwordHash, Instant now) {
    this.id = Randomness.opaqueId().toString();
    this.username = username;
    this.canonicalName = canonical(username);
    this.origin = Origin.here(canonicalName);
    this.passwordHash = passwordHash;
    this.passwordChangedAt = passwordHash == null ? null : now;
    this.createdAt = now;
    this.updatedAt = now;
  }

  /** Somebody whom an outside store keeps: they have no password here. */
  public static User of(Origin origin, String username, Instant now) {
    var user = new User(username, null, now);
    user.origin = origin;
    return user;
  }

  /** The same person, who may administer this server. */
  public User asAdministrator() {
    administrator = true;
    return this;
  }

  /** The same person, who must choose another password before anything else. */
  public User asNewcomer() {
    mustChangePassword = true;
    return this;
  }

  /** The same person, made of somebody of another system. */
  public User importedAs(String systemAndName) {
    importedAs = systemAndName;
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

  /** Who keeps this person, and as whom. */
  public Origin origin() {
    return origin;
  }

  public boolean isImportedAs(String systemAndName) {
    return systemAndName.equals(importedAs);
  }

  /** Whether another store than this table keeps this person. */
  public boolean isOutside() {
    return !origin.isHere();
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

  /** BCP 47, RFC 5646; empty where nothing was chosen. */
  public Optional<String> locale() {
    return Optional.ofNullable(locale).filter(tag -> !tag.isEmpty());
  }

  /** Whether the password is good for one thing only: choosing another. */
  public boolean mustChangePassword() {
    return mustChangePassword;
  }

  /** Whether the password is still the one that another reading of this row had. */
  public boolean hasPasswordOf(User other) {
    return Objects.equals(passwordHash, other.passwordHash);
  }

  /** The same person, read before this password was chosen. */
  public User withPassword(String hash) {
    passwordHash = hash;
    return this;
  }

  public boolean hasPassword() {
    return passwordHash != null;
  }

  /** When the password was set; empty without one. */
  public Optional<Instant> passwordChangedAt() {
    return Optional.ofNullable(passwordChangedAt);
  }

  /** Failed logins before it no longer count; empty where nobody has unlocked the account. */
  public Optional<Instant> unlockedAt() {
    return Optional.ofNullable(unlockedAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public int version() {
    return version;
  }

  /** Whether what this person allowed at a time still counts. */
  public boolean honours(Instant issuedAt) {
    return active && (notBefore == null || !issuedAt.isBefore(notBefore));
  }
}
