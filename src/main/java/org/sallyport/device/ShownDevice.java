package org.sallyport.device;

import java.time.Instant;
import java.util.List;
import org.sallyport.client.Client;
import org.sallyport.consent.Question;
import org.sallyport.consent.ScopeInWords;

/**
 * A device with what its page shows of it, RFC 8628 §5.4: whoever sees it can tell it is theirs.
 */
public record ShownDevice(DeviceAuthorization device, Client client, Question question) {

  /** Tells it from another device, or from this one asking for something else. */
  String wording() {
    return device.id() + "\n" + question.wording();
  }

  /** The code as the device shows it. */
  public String getCode() {
    return device.userCode().toString();
  }

  public String getClientName() {
    return client.name();
  }

  /** Who offers the client, or null. */
  public String getPublisher() {
    return client.publisher().orElse(null);
  }

  public Instant getAskedAt() {
    return device.createdAt();
  }

  /** Where the device's request came from. */
  public String getAskedFrom() {
    return device.address();
  }

  public List<ScopeInWords> getScopes() {
    return question.inWords(scope -> false);
  }
}
