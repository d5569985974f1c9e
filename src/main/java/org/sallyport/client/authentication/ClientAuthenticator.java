package org.sallyport.client.authentication;

import static org.sallyport.oauth.OAuthError.INVALID_CLIENT;
import static org.sallyport.oauth.OAuthError.INVALID_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.CrossOrigin;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.web.ClientAddress;
import org.sallyport.web.Throttle;

/** Finds out which client sends a request, RFC 6749 §2.3: exactly one method must be used. */
@ApplicationScoped
public class ClientAuthenticator {

  private record Attempt(ClientAuthenticationMethod method, ClientCredentials credentials) {}

  private List<ClientAuthenticationMethod> methods;
  private Clients clients;
  private Throttle throttle;
  private ClientAddress addresses;
  private Event<AuditEvent> audit;

  protected ClientAuthenticator() {}

  @Inject
  public ClientAuthenticator(
      @Any Instance<ClientAuthenticationMethod> methods,
      Clients clients,
      Throttle throttle,
      ClientAddress addresses,
      Event<AuditEvent> audit) {
    this.methods = methods.stream().toList();
    this.clients = clients;
    this.throttle = throttle;
    this.addresses = addresses;
    this.audit = audit;
  }

  /** The methods' names, for the metadata. */
  public List<String> names() {
    return methods.stream().map(ClientAuthenticationMethod::name).sorted().toList();
  }

  /** The names of those that prove something. */
  public List<String> confidentialNames() {
    return names().stream().filter(name -> !name.equals("none")).toList();
  }

  /**
   * The client that a request comes from.
   *
   * @throws OAuthException {@code invalid_client} when it does not prove that, {@code
   *     invalid_request} when it tries in two ways
   */
  public Client authenticate(Parameters form, HttpServletRequest request) {
    var authorization = request.getHeader("Authorization");
    Attempt attempt = null;
    for (var method : methods) {
      var credentials = method.find(form, authorization);
      if (credentials.isPresent() && attempt != null) {
        throw INVALID_REQUEST.because("the client authenticates in two ways at once");
      } else if (credentials.isPresent()) {
        attempt = new Attempt(method, credentials.get());
      }
    }
    if (attempt == null) {
      throw INVALID_CLIENT.because("the client does not authenticate");
    }
    return verify(attempt, request);
  }

  /**
   * The confidential client that a request comes from.
   *
   * @throws OAuthException as {@link #authenticate}, and for a public client
   */
  public Client authenticateConfidential(Parameters form, HttpServletRequest request) {
    var client = authenticate(form, request);
    if (!client.isConfidential()) {
      throw INVALID_CLIENT.because("a public client may not do this");
    }
    return client;
  }

  private Client verify(Attempt attempt, HttpServletRequest request) {
    var id = attempt.credentials.clientId();
    var address = addresses.of(request);
    var account = "client " + id;
    throttle.check(account, address);
    var client = clients.find(id).filter(Client::isActive);
    client.ifPresent(known -> CrossOrigin.allow(request, known));
    if (!attempt.method.proves(attempt.credentials, client)) {
      throttle.failed(account, address);
      var known = client.map(Client::id).orElse("-");
      var reason = client.isPresent() ? "wrong credentials" : "unknown or inactive";
      audit.fire(new AuditEvent.ClientAuthenticationFailed(known, address, reason));
      throw INVALID_CLIENT.because("client authentication failed").detail(reason);
    }
    throttle.check(account, address);
    throttle.succeeded(account, address);
    return client.orElseThrow();
  }
}
