package org.sallyport.testing;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** An application registered at the server: a client and its own redirect URI. */
public record App(String id, Optional<String> secret, String redirectUri) {

  private static final String CALLBACK = "http://127.0.0.1:9090/callback";

  public static final App WEB =
      confidential("demo-web", "demo-web-secret-0123456789abcdef0123456789abcdef");
  public static final App SPA = new App("demo-spa", Optional.empty(), CALLBACK);
  public static final App MACHINE =
      confidential("demo-machine", "demo-machine-secret-0123456789abcdef0123456789ab");
  public static final App API =
      confidential("demo-api", "demo-api-secret-0123456789abcdef0123456789abcdef");

  public static final App ADMIN =
      confidential("demo-admin", "demo-admin-secret-0123456789abcdef0123456789abc");

  /** A client with a secret and the demo's redirect URI. */
  public static App confidential(String id, String secret) {
    return new App(id, Optional.of(secret), CALLBACK);
  }

  /** An authorize request of this application, with a fresh verifier and state. */
  public CodeFlow flow(Server server) {
    return new CodeFlow(server, this);
  }

  /** Posts a form as this client, authenticated its usual way, and shows the bare answer. */
  public Answer post(Server server, String path, String... pairs) {
    var http = new Http(server);
    if (secret.isPresent()) {
      var header = Http.basic(id, secret.get());
      return http.post(path, Http.form(pairs), "Authorization", header);
    }
    var named =
        Stream.concat(Arrays.stream(pairs), Stream.of("client_id", id)).toArray(String[]::new);
    return http.post(path, Http.form(named));
  }

  /** Asks for tokens with the client library. */
  public TokenResponse ask(Server server, AuthorizationGrant grant) {
    var endpoint = URI.create(server.issuer() + "/token");
    var request =
        secret
            .map(text -> new TokenRequest.Builder(endpoint, authentication(text), grant))
            .orElseGet(() -> new TokenRequest.Builder(endpoint, new ClientID(id), grant))
            .build();
    try {
      return TokenResponse.parse(request.toHTTPRequest().send());
    } catch (IOException | ParseException e) {
      throw new AssertionError("the client library can't read this answer", e);
    }
  }

  private ClientAuthentication authentication(String text) {
    return new ClientSecretBasic(new ClientID(id), new Secret(text));
  }
}
