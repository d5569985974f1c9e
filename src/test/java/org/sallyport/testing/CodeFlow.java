package org.sallyport.testing;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.Tokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The authorization code flow as a client library does it; a test may spoil the request. */
public final class CodeFlow {

  private final Server server;
  private final App app;
  private final CodeVerifier verifier = new CodeVerifier();
  private final State state = new State();
  private final Map<String, List<String>> parameters;

  CodeFlow(Server server, App app) {
    this.server = server;
    this.app = app;
    var request =
        new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(app.id()))
            .endpointURI(URI.create(server.issuer() + "/authorize"))
            .redirectionURI(URI.create(app.redirectUri()))
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    parameters = new LinkedHashMap<>(request.toParameters());
  }

  /** With another value of a parameter, or several. */
  public CodeFlow with(String name, String... values) {
    parameters.put(name, List.of(values));
    return this;
  }

  /** Without a parameter. */
  public CodeFlow without(String name) {
    parameters.remove(name);
    return this;
  }

  /** The request's parameters as a query or form. */
  public String query() {
    var pairs = new ArrayList<String>();
    parameters.forEach(
        (name, values) -> values.forEach(value -> pairs.addAll(List.of(name, value))));
    return Http.form(pairs.toArray(String[]::new));
  }

  /** The request's address. */
  public String address() {
    return "/authorize?" + query();
  }

  public String verifier() {
    return verifier.getValue();
  }

  public String state() {
    return state.getValue();
  }

  /** The person allows it; the code that the application gets. */
  public String code(Person person) {
    return code(person.allow(address()));
  }

  /** The code in the address that a browser was sent away to. */
  public String code(Page page) {
    var response = response(page);
    if (!response.indicatesSuccess()) {
      throw new AssertionError("no code: " + page.address());
    }
    return response.toSuccessResponse().getAuthorizationCode().getValue();
  }

  /** The error in the address that a browser was sent away to. */
  public String error(Page page) {
    return response(page).toErrorResponse().getErrorObject().getCode();
  }

  /** The answer, which must have this request's state and the server's issuer. */
  public AuthorizationResponse response(Page page) {
    if (!page.address().toString().startsWith(app.redirectUri() + "?")) {
      throw new AssertionError("not sent back: " + page.address() + " " + page.answer());
    }
    try {
      var response = AuthorizationResponse.parse(page.address());
      if (!state.equals(response.getState())
          || !server.issuer().toString().equals(response.getIssuer().getValue())) {
        throw new AssertionError("another state or iss: " + page.address());
      }
      return response;
    } catch (ParseException e) {
      throw new AssertionError("the client library can't read " + page.address(), e);
    }
  }

  /** Redeems a code with the client library. */
  public Tokens tokens(String code) {
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), URI.create(app.redirectUri()), verifier);
    var response = app.ask(server, grant);
    if (!response.indicatesSuccess()) {
      throw new AssertionError(response.toErrorResponse().getErrorObject().toJSONObject());
    }
    return response.toSuccessResponse().getTokens();
  }

  /** The whole flow. */
  public Tokens tokens(Person person) {
    return tokens(code(person));
  }

  /** Redeems a code by hand, with more or other pairs, which count instead of the right ones. */
  public Answer redeem(String code, String... pairs) {
    var form = new LinkedHashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", app.redirectUri());
    form.put("code_verifier", verifier());
    for (var i = 0; i < pairs.length; i += 2) {
      form.put(pairs[i], pairs[i + 1]);
    }
    var sent = new ArrayList<String>();
    form.forEach((name, value) -> sent.addAll(List.of(name, value)));
    return app.post(server, "/token", sent.toArray(String[]::new));
  }
}
