package org.sallyport.web.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;

/** From where somebody came: what they used, in a few words, and its address. */
@Embeddable
public class Visitor {

  @Column(name = "device")
  private String device;

  @Column(name = "address")
  private String address;

  protected Visitor() {}

  private Visitor(String device, String address) {
    this.device = device;
    this.address = address;
  }

  /** A browser or program that says what it is, RFC 9110 §10.1.5; null where it does not. */
  public static Visitor of(String userAgent, String address) {
    return new Visitor(UserAgent.inWords(userAgent).orElse(null), address);
  }

  /** Something of which the address is known only. */
  public static Visitor at(String address) {
    return new Visitor(null, address);
  }

  /** Such as "Firefox, Android"; empty where it did not say. */
  public Optional<String> device() {
    return Optional.ofNullable(device);
  }

  public Optional<String> address() {
    return Optional.ofNullable(address);
  }
}
