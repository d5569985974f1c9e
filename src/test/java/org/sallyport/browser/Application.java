package org.sallyport.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.sallyport.testing.Server;

/**
 * A client application on a loopback port of its own, which speaks through a standard library and
 * knows of the server what the metadata say.
 */
final class Application implements AutoCloseable {

  static final String TITLE = "The application";

  private final ClientID id;
  private final Secret secret;
  private final HttpServer http;
  private final AuthorizationServerMetadata metadata;
  private final BlockingQueue<URI> answers = new LinkedBlockingQueue<>();

  /** A request that is on its way, with what only its sender knows. */
  record Attempt(URI url, State state, CodeVerifier verifier) {}

  private Application(Server server, String id, String secret) {
    this.id = new ClientID(id);
    this.secret = secret == null ? null : new Secret(secret);
    try {
      metadata = AuthorizationServerMetadata.resolve(new Issuer(server.issuer()));
      http = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException | GeneralException e) {
      throw new IllegalStateException("the application cannot start", e);
    }
    http.createContext("/", this::answer);
    http.start();
  }

  /** The demo's confidential application. */
  static Application web(Server server) {
    return of(server, "demo-web", "demo-web-secret-0123456789abcdef0123456789abcdef");
  }

  /** The demo's public application. */
  static Application spa(Server server) {
    return of(server, "demo-spa", null);
  }

  /** An application with this id and, unless it is public, this secret. */
  static Application of(Server server, String id, String secret) {
    return new Application(server, id, secret);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/callback")) {
      answers.add(exchange.getRequestURI());
    }
    var page = ("<!doctype html><title>" + TITLE + "</title><p>Welcome back").getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
    exchange.sendResponseHeaders(200, page.length);
    exchange.getResponseBody().write(page);
    exchange.close();
  }

  int port() {
    return http.getAddress().getPort();
  }

  URI callback() {
    return URI.create("http://127.0.0.1:" + port() + "/callback");
  }

  AuthorizationServerMetadata metadata() {
    return metadata;
  }

  /** A request that asks the person anew, whatever other journeys have allowed. */
  Attempt askingAnew() {
    return attempt("read write", request -> request.customParameter("prompt", "consent"));
  }

  /** A request for these scopes. */
  Attempt asking(String scopes) {
    return attempt(scopes, request -> request);
  }

  Attempt attempt(String scopes, UnaryOperator<AuthorizationRequest.Builder> more) {
    var verifier = new CodeVerifier();
    var state = new State();
    var request =
        new AuthorizationRequest.Builder(ResponseType.CODE, id)
            .endpointURI(metadata.getAuthorizationEndpointURI())
            .redirectionURI(callback())
            .scope(Scope.parse(scopes))
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256);
    var whole = more.apply(request).build();
    return new Attempt(whole.toURI(), whole.getState(), verifier);
  }

  /** The next answer that a browser brought, waited for. */
  AuthorizationResponse answer() {
    try {
      var uri = answers.poll(30, TimeUnit.SECONDS);
      if (uri == null) {
        throw new AssertionError("no browser came back to the application");
      }
      return AuthorizationResponse.parse(callback().resolve(uri));
    } catch (InterruptedException | ParseException e) {
      throw new AssertionError("not an authorization response", e);
    }
  }

  /** The code of the next answer, which belongs to this attempt and comes from this server. */
  AuthorizationCode codeFor(Attempt attempt) {
    var answer = answer();
    if (!attempt.state().equals(answer.getState())
        || !metadata.getIssuer().equals(answer.getIssuer())) {
      throw new AssertionError("another request's answer: " + answer.toParameters());
    }
    if (!answer.indicatesSuccess()) {
      throw new AssertionError("no code: " + answer.toParameters());
    }
    return answer.toSuccessResponse().getAuthorizationCode();
  }

  /** Whether an answer is there that nobody has asked for. */
  boolean hasFurtherAnswer() {
    return !answers.isEmpty();
  }

  /** What the token endpoint says to a code. */
  TokenResponse redeem(AuthorizationCode code, Attempt attempt) {
    return ask(new AuthorizationCodeGrant(code, callback(), attempt.verifier()));
  }

  TokenResponse refresh(RefreshToken token) {
    return ask(new RefreshTokenGrant(token));
  }

  private TokenResponse ask(AuthorizationGrant grant) {
    var endpoint = metadata.getTokenEndpointURI();
    var request =
        secret == null
            ? new TokenRequest.Builder(endpoint, id, grant)
            : new TokenRequest.Builder(endpoint, new ClientSecretBasic(id, secret), grant);
    try {
      return TokenResponse.parse(request.build().toHTTPRequest().send());
    } catch (IOException | ParseException e) {
      throw new AssertionError("not a token response", e);
    }
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
