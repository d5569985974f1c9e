package org.sallyport.client;

import java.util.List;
import java.util.Optional;
import org.sallyport.oauth.Scopes;

/** What an administrator registers, RFC 7591 §2. */
public record NewClient(
    String id,
    String name,
    Optional<String> publisher,
    Type type,
    List<String> grantTypes,
    List<String> redirectUris,
    Scopes scopes,
    List<String> origins,
    List<String> resources,
    String tokenFormat,
    Optional<String> signingAlgorithm,
    boolean mayIntrospect) {

  /** Client types, RFC 6749 §2.1. */
  public enum Type {
    CONFIDENTIAL,
    PUBLIC
  }

  public NewClient {
    grantTypes = List.copyOf(grantTypes);
    redirectUris = List.copyOf(redirectUris);
    origins = List.copyOf(origins);
    resources = List.copyOf(resources);
  }

  /** A client whose tokens are JWTs. */
  public static NewClient of(
      String id,
      String name,
      Type type,
      List<String> grantTypes,
      List<String> redirectUris,
      Scopes scopes) {
    return new NewClient(
        id,
        name,
        Optional.empty(),
        type,
        grantTypes,
        redirectUris,
        scopes,
        List.of(),
        List.of(),
        "jwt",
        Optional.empty(),
        false);
  }

  /** The same client whose scripts run on these origins. */
  public NewClient withOrigins(List<String> scriptOrigins) {
    return new NewClient(
        id,
        name,
        publisher,
        type,
        grantTypes,
        redirectUris,
        scopes,
        scriptOrigins,
        resources,
        tokenFormat,
        signingAlgorithm,
        mayIntrospect);
  }

  /** The same client as a resource server that sees every token. */
  public NewClient asResourceServer() {
    return new NewClient(
        id,
        name,
        publisher,
        type,
        grantTypes,
        redirectUris,
        scopes,
        origins,
        resources,
        tokenFormat,
        signingAlgorithm,
        true);
  }
}
