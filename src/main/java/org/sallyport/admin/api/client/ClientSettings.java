package org.sallyport.admin.api.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sallyport.admin.api.json.Text;
import org.sallyport.client.Client;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.oauth.Scopes;

/** What can be changed of a client, by the names of RFC 7591 §2 where it has one. */
@Text("What can be changed of a client")
public record ClientSettings(
    @Text("Its name, as people read it") String clientName,
    @Text("Who offers it, as people read it") Optional<String> publisher,
    @Text("Where answers may go") List<String> redirectUris,
    @Text("The grants that it may use") List<String> grantTypes,
    @Text("The scopes that it may ask for") List<String> scopes,
    @Text("The origins of its scripts, for CORS") List<String> origins,
    @Text("The resources that it may name (RFC 8707)") List<String> resources,
    @Text("The form of its access tokens") TokenForm tokenFormat,
    @Text("The algorithm that signs its tokens; null for the server’s")
        Optional<String> signingAlgorithm,
    @Text("Whether it is a resource server that sees every token") boolean mayIntrospect,
    @Text("Whether it is accepted; switched off, all that it was given is refused") boolean active,
    @Text("Risk: whether people are never asked for their consent") boolean trusted,
    @Text("Risk: whether hosts below the registered one get answers too") boolean allowSubdomains,
    @Text("Risk: whether the port of localhost is free") boolean allowLocalhostPort,
    @Text("Risk: whether redirect URIs may have a scheme of the application’s own")
        boolean allowPrivateSchemes,
    @Text("Risk: whether the challenge method plain is accepted (RFC 7636)") boolean allowPlainPkce,
    @Text("Risk: whether a code may be had without a challenge (RFC 7636)")
        boolean allowMissingPkce,
    @Text("What applications of another system expect of token responses")
        ResponseProfile responseProfile,
    @Text("How long a code is valid; null as the settings say") Optional<Duration> codeLifetime,
    @Text("How long an access token is valid; null as the settings say")
        Optional<Duration> accessTokenLifetime,
    @Text("How long a refresh token is valid; null as the settings say")
        Optional<Duration> refreshTokenLifetime,
    @Text("How long an unused refresh token is valid; null as the settings say")
        Optional<Duration> refreshTokenIdle) {

  /** The forms of access tokens. */
  public enum TokenForm {
    JWT,
    OPAQUE
  }

  static ClientSettings of(Client client) {
    return of(NewClient.of(client), client.isActive() ? State.ACTIVE : State.INACTIVE);
  }

  /** Whether a client is accepted. */
  enum State {
    ACTIVE,
    INACTIVE
  }

  static ClientSettings of(NewClient client, State state) {
    var options = client.options();
    return new ClientSettings(
        client.name(),
        client.publisher(),
        client.redirectUris(),
        client.grantTypes(),
        List.copyOf(client.scopes().names()),
        client.origins(),
        client.resources(),
        client.tokenFormat().equals("opaque") ? TokenForm.OPAQUE : TokenForm.JWT,
        client.signingAlgorithm(),
        client.mayIntrospect(),
        state == State.ACTIVE,
        options.trusted(),
        options.redirects().subdomains(),
        options.redirects().localhost(),
        options.redirects().privateSchemes(),
        options.plainPkce(),
        options.optionalPkce(),
        options.profile(),
        options.lifetimes().code(),
        options.lifetimes().access(),
        options.lifetimes().refresh(),
        options.lifetimes().refreshIdle());
  }

  /** The client that it asks for; whether that may be is for the rules. */
  NewClient wanted(String id, ClientType type) {
    return new NewClient(
        id,
        clientName.strip(),
        publisher.map(String::strip).filter(text -> !text.isEmpty()),
        type,
        grantTypes,
        redirectUris,
        Scopes.of(scopes),
        origins,
        resources,
        tokenFormat == TokenForm.OPAQUE ? "opaque" : "jwt",
        signingAlgorithm,
        mayIntrospect,
        options());
  }

  private ClientOptions options() {
    return new ClientOptions(
        new RedirectRules(allowSubdomains, allowLocalhostPort, allowPrivateSchemes),
        allowPlainPkce,
        allowMissingPkce,
        trusted,
        responseProfile,
        new ClientLifetimes(
            codeLifetime, accessTokenLifetime, refreshTokenLifetime, refreshTokenIdle));
  }
}
