package org.sallyport.openid;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.sallyport.user.store.Profile;

/** What an outside store told of a person at the last login. */
@Entity
@Table(name = "user_profile")
@Cacheable(false)
public class KnownProfile {

  private static final int LONGEST_TEXT = 256; // characters
  private static final int LONGEST_ADDRESS = 1000; // characters

  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "name")
  private String name;

  @Column(name = "email")
  private String email;

  @Column(name = "picture")
  private String picture;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected KnownProfile() {}

  KnownProfile(String userId, Profile profile, Instant now) {
    this.userId = userId;
    this.name = profile.name().filter(text -> fits(text, LONGEST_TEXT)).orElse(null);
    this.email = profile.email().filter(text -> fits(text, LONGEST_TEXT)).orElse(null);
    this.picture =
        Optional.ofNullable(profile.attributes().get("picture"))
            .filter(KnownProfile::isAddress)
            .orElse(null);
    this.updatedAt = now;
  }

  private static boolean fits(String text, int longest) {
    return !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** S04: an application may show it, so it is the address of a page and nothing that runs. */
  private static boolean isAddress(String text) {
    try {
      var address = new URI(text);
      return fits(text, LONGEST_ADDRESS)
          && "https".equalsIgnoreCase(address.getScheme())
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether another reading tells the same. */
  boolean saysAsMuchAs(KnownProfile other) {
    return Objects.equals(name, other.name)
        && Objects.equals(email, other.email)
        && Objects.equals(picture, other.picture);
  }

  Optional<String> name() {
    return Optional.ofNullable(name);
  }

  Optional<String> email() {
    return Optional.ofNullable(email);
  }

  Optional<String> picture() {
    return Optional.ofNullable(picture);
  }

  Instant updatedAt() {
    return updatedAt;
  }
}
