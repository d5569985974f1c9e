package org.sallyport.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.Clients;
import org.sallyport.client.RedirectUri;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.User;
import org.sallyport.web.page.Failure;

/** What administrators may do to clients: checked, done, and written to the audit. */
@ApplicationScoped
public class ClientAdministration {

  private static final int LONGEST_NAME = 100;
  private static final int MOST_URIS = 20;
  private static final Set<String> GRANTS =
      Set.of("authorization_code", "refresh_token", "client_credentials");
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z]{64}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}]");

  @Inject private ClientRegistry registry;
  @Inject private Clients clients;
  @Inject private ScopeCatalogue scopes;
  @Inject private Event<AuditEvent> audit;

  /** What is wrong with a form, field by field. */
  List<Failure> failures(ClientForm form) {
    var failures = new ArrayList<Failure>();
    var name = form.nameText();
    if (name.isEmpty() || name.length() > LONGEST_NAME || UNPRINTABLE.matcher(name).find()) {
      failures.add(Failure.of("name", "clients.name.wrong"));
    }
    if (!ID.matcher(form.id()).matches() || clients.find(form.id()).isPresent()) {
      failures.add(Failure.of("create", "clients.exists"));
    }
    grantFailure(form).ifPresent(key -> failures.add(Failure.of("grant_types", key)));
    redirectFailure(form).ifPresent(key -> failures.add(Failure.of("redirect_uris", key)));
    scopeFailure(form).ifPresent(key -> failures.add(Failure.of("scopes", key)));
    failures.addAll(TokenOptions.failures(form));
    return failures;
  }

  private static Optional<String> grantFailure(ClientForm form) {
    // A resource server may introspect and need no token itself.
    if ((form.grantTypeList().isEmpty() && !form.isMayIntrospect())
        || !GRANTS.containsAll(form.grantTypeList())) {
      return Optional.of("clients.grants.wrong");
    } else if (form.isPublic() && form.grantTypeList().contains("client_credentials")) {
      return Optional.of("clients.grants.public");
    }
    return Optional.empty();
  }

  private static Optional<String> redirectFailure(ClientForm form) {
    var uris = form.redirectUriList();
    if (uris.isEmpty() && form.grantTypeList().contains("authorization_code")) {
      return Optional.of("clients.redirects.missing");
    } else if (uris.size() > MOST_URIS) {
      return Optional.of("clients.redirects.many");
    }
    return uris.stream().flatMap(uri -> RedirectUri.problem(uri).stream()).findFirst();
  }

  private Optional<String> scopeFailure(ClientForm form) {
    try {
      return scopes.names().containsAll(Scopes.parse(form.getScopes()))
          ? Optional.empty()
          : Optional.of("clients.scopes.unknown");
    } catch (OAuthException e) {
      return Optional.of("clients.scopes.unknown");
    }
  }

  /** Registers the client of a form without failures; returns its secret if it has one. */
  Optional<String> register(ClientForm form, User administrator) {
    var secret = registry.register(form.wanted());
    audit.fire(new AuditEvent.ClientCreated(form.id(), administrator.id()));
    return secret;
  }

  /** Removes a client with all that it was given. */
  void remove(String id, User administrator) {
    if (registry.remove(id)) {
      audit.fire(new AuditEvent.ClientDeleted(id, administrator.id()));
    }
  }
}
