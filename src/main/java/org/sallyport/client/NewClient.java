package org.sallyport.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.oauth.Scopes;

/** What an administrator registers or changes, RFC 7591 §2. */
public record NewClient(
    String id,
    String name,
    Optional<String> publisher,
    ClientType type,
    List<String> grantTypes,
    List<String> redirectUris,
    Scopes scopes,
    List<String> origins,
    List<String> resources,
    String tokenFormat,
    Optional<String> signingAlgorithm,
    boolean mayIntrospect,
    ClientOptions options) {

  public NewClient {
    grantTypes = List.copyOf(grantTypes);
    redirectUris = List.copyOf(redirectUris);
    origins = List.copyOf(origins);
    resources = List.copyOf(resources);
  }

  /** What is registered of a client now. */
  public static NewClient of(Client client) {
    return new NewClient(
        client.id(),
        client.name(),
        client.publisher(),
        client.type(),
        client.grantTypes(),
        client.redirectUris(),
        client.scopes(),
        client.origins(),
        client.resources(),
        client.tokenFormat(),
        client.signingAlgorithm(),
        client.mayIntrospect(),
        client.options());
  }

  /** A client whose tokens are JWTs. */
  public static NewClient of(
      String id,
      String name,
      ClientType type,
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
        false,
        ClientOptions.NONE);
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
        mayIntrospect,
        options);
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
        true,
        options);
  }

  /** The same client with other scopes. */
  public NewClient withScopes(Scopes others) {
    return new NewClient(
        id,
        name,
        publisher,
        type,
        grantTypes,
        redirectUris,
        others,
        origins,
        resources,
        tokenFormat,
        signingAlgorithm,
        mayIntrospect,
        options);
  }

  /** The same client with tokens of another form. */
  public NewClient withTokenFormat(String format) {
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
        format,
        signingAlgorithm,
        mayIntrospect,
        options);
  }

  /** The same client with other options. */
  public NewClient withOptions(ClientOptions others) {
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
        mayIntrospect,
        others);
  }

  /** What is registered by names and texts: what forms show, audits name and people compare. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    fields.put("type", type.word());
    fields.put("publisher", publisher.orElse(""));
    fields.put("redirect_uris", String.join("\n", redirectUris));
    fields.put("scopes", scopes.toString());
    fields.put("grant_types", String.join(" ", grantTypes));
    fields.put("token_format", tokenFormat);
    fields.put("signing_algorithm", signingAlgorithm.orElse(""));
    fields.put("origins", String.join("\n", origins));
    fields.put("resources", String.join("\n", resources));
    fields.put("may_introspect", mayIntrospect ? "true" : "");
    fields.putAll(options.fields());
    return fields;
  }
}
