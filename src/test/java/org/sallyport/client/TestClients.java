package org.sallyport.client;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;

/** Registered clients for tests. */
public final class TestClients {

  public static final String CALLBACK = "https://app.example/callback";

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final List<String> CODE = List.of("authorization_code", "refresh_token");

  private TestClients() {}

  /** A client that may have codes and refresh tokens, and {@code read} and {@code write}. */
  public static Client confidential(String id, String secret) {
    return of(wanted(id, ClientType.WEB, CODE), Optional.of(secret));
  }

  /** A public client that may have the same. */
  public static Client unprotected(String id) {
    return of(wanted(id, ClientType.SPA, CODE), Optional.empty());
  }

  /** A client of its own, for the grants that it may use. */
  public static Client with(String id, List<String> grantTypes) {
    return of(wanted(id, ClientType.WEB, grantTypes), Optional.of("secret"));
  }

  /** The same client with these secrets. */
  public static Client knowing(Client client, ClientSecret... secrets) {
    return client.knowing(List.of(secrets));
  }

  /** A client that an administrator has switched off. */
  public static Client inactive(String id, String secret) {
    return Injection.set(confidential(id, secret), "active", false);
  }

  /** What registers a public client of its own. */
  public static NewClient wanted(String id) {
    return wanted(id, ClientType.SPA, CODE);
  }

  /** A service that may look at every token. */
  public static Client resourceServer(String id) {
    var wanted = wanted(id, ClientType.WEB, List.of());
    return of(wanted.asResourceServer(), Optional.of("secret"));
  }

  /** The client of a registration. */
  public static Client of(NewClient wanted, Optional<String> secret) {
    var secrets = secret.map(text -> new ClientSecret(wanted.id(), Digest.of(text), LONG_AGO));
    return new Client(wanted, LONG_AGO).knowing(secrets.stream().toList());
  }

  private static NewClient wanted(String id, ClientType type, List<String> grantTypes) {
    return NewClient.of(id, id, type, grantTypes, List.of(CALLBACK), Scopes.of("read", "write"));
  }
}
