package org.sallyport.client;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kind of application a client is, RFC 6749 §2.1: it tells what the client can keep secret.
 */
public enum ClientType {
  WEB(List.of("authorization_code", "refresh_token")),
  SPA(List.of("authorization_code", "refresh_token")),
  NATIVE(List.of("authorization_code", "refresh_token")),
  DEVICE(List.of("urn:ietf:params:oauth:grant-type:device_code", "refresh_token")),
  MACHINE(List.of("client_credentials")),
  API(List.of());

  private final List<String> grantTypes;

  ClientType(List<String> grantTypes) {
    this.grantTypes = grantTypes;
  }

  /** The type of a name as it is written in addresses and in the database. */
  public static Optional<ClientType> find(String name) {
    return Arrays.stream(values()).filter(type -> type.word().equals(name)).findFirst();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The grants that it starts with. */
  public List<String> grantTypes() {
    return grantTypes;
  }

  /** Whether it can keep a secret, RFC 6749 §2.1; what runs with its users can't. */
  public boolean isConfidential() {
    return this != SPA && this != NATIVE && this != DEVICE;
  }

  /** Whether it differs from another in what it can keep secret, and in nothing else. */
  public boolean mayBecome(ClientType other) {
    return this == other || (isForPeople() && other.isForPeople());
  }

  /** Whether people sign in to it, so that they must be sent back. */
  public boolean isForPeople() {
    return grantTypes.contains("authorization_code");
  }
}
