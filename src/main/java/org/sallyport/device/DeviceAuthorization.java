package org.sallyport.device;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.WordsConverter;
import org.sallyport.store.cleanup.ExpiringRow;

/**
 * A device that waits for a person's answer, RFC 8628 §3.2. Where the answer is yes, there is a
 * grant of the same id.
 */
@Entity
@Table(name = "device_authorization")
@Cacheable(false)
public class DeviceAuthorization implements ExpiringRow {

  /** What a person has said. */
  public enum Answer {
    NONE,
    ALLOWED,
    DENIED
  }

  /** RFC 8628 §3.2: what a client waits between two questions unless it is told otherwise. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** How long a row outlives its codes, so that a client that asks once more hears why. */
  private static final Duration MEMORY = Duration.ofMinutes(10);

  @Id private String id;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "device_digest")
  private String deviceDigest;

  @Column(name = "user_code")
  private String userCode;

  @Column(name = "scopes")
  private Scopes scopes;

  @Column(name = "audiences")
  @Convert(converter = WordsConverter.class)
  private List<String> audiences;

  @Column(name = "address")
  private String address;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "code_expires_at")
  private Instant codeExpiresAt;

  @Column(name = "poll_seconds")
  private int pollSeconds;

  @Column(name = "next_poll_at")
  private Instant nextPollAt;

  @Enumerated(EnumType.STRING)
  @Column(name = "answer")
  private Answer answer = Answer.NONE;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected DeviceAuthorization() {}

  DeviceAuthorization(DeviceRequest asked, String deviceCode, UserCode userCode, Instant expiry) {
    this.id = Randomness.rowId(asked.at()).toString();
    this.clientId = asked.clientId();
    this.deviceDigest = Digest.of(deviceCode).value();
    this.userCode = userCode.letters();
    this.scopes = asked.scopes();
    this.audiences = asked.audiences();
    this.address = asked.address();
    this.createdAt = asked.at();
    this.codeExpiresAt = expiry;
    this.pollSeconds = (int) INTERVAL.toSeconds();
    this.nextPollAt = asked.at();
    this.expiresAt = expiry.plus(MEMORY);
  }

  public UUID id() {
    return UUID.fromString(id);
  }

  public String clientId() {
    return clientId;
  }

  public UserCode userCode() {
    return new UserCode(userCode);
  }

  public Scopes scopes() {
    return scopes;
  }

  public List<String> audiences() {
    return audiences;
  }

  /** Where the device's request came from. */
  public String address() {
    return address;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(codeExpiresAt);
  }

  /** How long the client has to wait between two questions. */
  public Duration interval() {
    return Duration.ofSeconds(pollSeconds);
  }

  public Answer answer() {
    return answer;
  }

  /** Whether this person gave this answer already. */
  public boolean isAnsweredBy(String person, Answer given) {
    return answer == given && person.equals(userId);
  }
}
