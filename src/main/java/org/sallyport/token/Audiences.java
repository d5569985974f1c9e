package org.sallyport.token;

import static org.sallyport.oauth.OAuthError.INVALID_TARGET;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sallyport.client.Client;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.OAuthException;

/** Who a token is for, RFC 8707 §2: the resource asked for, else the client's, else this server. */
@ApplicationScoped
public class Audiences {

  private ServerSettings server;

  protected Audiences() {}

  @Inject
  public Audiences(ServerSettings server) {
    this.server = server;
  }

  /**
   * The audiences for the {@code resource} parameters of a first request.
   *
   * @throws OAuthException {@code invalid_target} when the client may not name one of them
   */
  public List<String> resolve(Client client, List<String> resources) {
    if (resources.isEmpty()) {
      return List.of(client.audience().orElse(server.issuer()));
    }
    for (var resource : resources) {
      if (!resource.equals(server.issuer()) && !client.resources().contains(resource)) {
        throw INVALID_TARGET.because("the client may not ask for this resource");
      }
    }
    return resources.stream().distinct().toList();
  }

  /**
   * The audiences among those already granted, RFC 8707 §2.2.
   *
   * @throws OAuthException {@code invalid_target} when one was not granted
   */
  public List<String> narrow(List<String> granted, List<String> resources) {
    if (!granted.containsAll(resources)) {
      throw INVALID_TARGET.because("this resource was not granted");
    }
    return resources.isEmpty() ? granted : resources.stream().distinct().toList();
  }
}
