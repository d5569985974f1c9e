package org.sallyport.admin.api.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.audit.Via;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Scopes;
import org.sallyport.token.AccessToken;
import org.sallyport.token.inspect.TokenInspector;
import org.sallyport.user.User;
import org.sallyport.user.Users;

/**
 * Lets requests pass whose header has a living token (RFC 6750 §2.1) for this server alone, with
 * the scope of what is asked, of a client that still has it, and of nobody but an administrator. A
 * cookie, a query or a form never counts.
 */
@Guarded
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class TokenFilter implements ContainerRequestFilter {

  /** What only tokens for administrators reach. */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface Guarded {}

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** RFC 6750 §2.1. */
  private static final Pattern BEARER =
      Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]{1,8192}=*)");

  @Inject private TokenInspector inspector;
  @Inject private Clients clients;
  @Inject private Users users;
  @Inject private ServerSettings server;
  @Inject private HttpServletRequest request;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext incoming) {
    var token =
        inspector
            .inspect(bearer(incoming))
            .filter(living -> living.token().audiences().equals(List.of(server.issuer())))
            .filter(living -> living.grant().isEmpty() || isOfAdministrator(living.token()))
            .orElseThrow(TokenFilter::refusal)
            .token();
    var scopes = scopes(token);
    var isReading = READING.contains(incoming.getMethod());
    if (!scopes.contains(Scopes.ADMINISTRATION)
        && !(isReading && scopes.contains(Scopes.INSIGHT))) {
      throw tooLittle(isReading ? Scopes.INSIGHT : Scopes.ADMINISTRATION);
    }
    caller.become(token.subject());
    Via.remember(request, token.clientId());
  }

  private static String bearer(ContainerRequestContext incoming) {
    var sent = incoming.getHeaders().get("Authorization");
    if (sent == null || sent.isEmpty()) {
      // RFC 6750 §3.1: who sent nothing is told no error.
      throw ApiError.NO_TOKEN
          .because("send Authorization: Bearer with an access token")
          .challenging(challenge(""));
    }
    var bearer = BEARER.matcher(sent.get(0));
    if (sent.size() > 1 || !bearer.matches()) {
      throw refusal();
    }
    return bearer.group(1);
  }

  private boolean isOfAdministrator(AccessToken token) {
    return users
        .find(token.subject())
        .filter(user -> user.isActive() && !user.mustChangePassword())
        .filter(User::isAdministrator)
        .isPresent();
  }

  /** An administrator may have taken a scope from the client since. */
  private Scopes scopes(AccessToken token) {
    Optional<Client> client = clients.find(token.clientId()).filter(Client::isActive);
    return client
        .map(known -> token.scopes().intersection(known.scopes()))
        .orElseThrow(TokenFilter::refusal);
  }

  private static ApiProblem refusal() {
    return ApiError.BAD_TOKEN
        .because("it is unknown, has ended, or is not for this")
        .challenging(challenge(", error=\"invalid_token\""));
  }

  private static ApiProblem tooLittle(String scope) {
    return ApiError.NO_RIGHT
        .because("the scope " + scope + " is needed")
        .challenging(challenge(", error=\"insufficient_scope\", scope=\"" + scope + '"'));
  }

  private static String challenge(String error) {
    return "Bearer realm=\"sallyport\"" + error;
  }
}
