package org.sallyport.authorize;

import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.redirect.RedirectUri;
import org.sallyport.login.Flow;
import org.sallyport.oauth.OAuthException;
import org.sallyport.web.Problem;

/** Finds where the answer may go; until that is known nothing is ever redirected. */
@ApplicationScoped
public class RedirectTarget {

  /** A request that can't be answered to its client, RFC 6749 §4.1.2.1. */
  static final class Unknown extends Exception {

    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Unknown(Problem problem) {
      super(problem.key(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  @Inject private Clients clients;

  /**
   * The request with its client and redirect URI.
   *
   * @throws Unknown when either is missing, repeated, unknown or not registered
   */
  AuthorizeRequest find(Flow flow) throws Unknown {
    var client = client(flow);
    try {
      var sent = flow.request().find("redirect_uri");
      if (sent.isEmpty() && client.redirectUris().size() == 1) {
        return new AuthorizeRequest(flow, client, client.redirectUris().get(0));
      }
      var uri = sent.orElseThrow(() -> INVALID_REQUEST.because("redirect_uri is missing"));
      if (client.redirectUris().stream()
          .noneMatch(known -> RedirectUri.matches(known, uri, client.redirects()))) {
        throw new Unknown(mismatch(client, uri));
      }
      return new AuthorizeRequest(flow, client, uri);
    } catch (OAuthException e) {
      throw new Unknown(problem("error.redirect", e.error().code(), e.description()));
    }
  }

  private Client client(Flow flow) throws Unknown {
    try {
      return clients.require(flow.request().require("client_id"));
    } catch (OAuthException e) {
      throw new Unknown(problem("error.client", e.error().code(), e.description()));
    }
  }

  private static Problem problem(String key, String error, String description) {
    return new Problem(400, key, new Problem.Developer(error, description, null, null, null));
  }

  private static Problem mismatch(Client client, String uri) {
    var nearest =
        client.redirectUris().stream()
            .max(Comparator.comparingInt(known -> commonPrefix(known, uri)))
            .orElse(null);
    var difference =
        nearest == null ? null : "after \"" + uri.substring(0, commonPrefix(nearest, uri)) + "\"";
    return new Problem(
        400,
        "error.redirect",
        new Problem.Developer(
            "invalid_request", "redirect_uri is not registered", uri, nearest, difference));
  }

  private static int commonPrefix(String one, String other) {
    var length = Math.min(one.length(), other.length());
    for (var i = 0; i < length; i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return i;
      }
    }
    return length;
  }
}
