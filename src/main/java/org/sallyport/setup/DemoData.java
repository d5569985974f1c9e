package org.sallyport.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.Users;

/** People and clients with known secrets. */
@Stateless
public class DemoData {

  private static final List<String> CODE = List.of("authorization_code", "refresh_token");
  private static final List<String> CALLBACK = List.of("http://127.0.0.1:9090/callback");

  @Inject private ScopeRegistry scopes;
  @Inject private ClientRegistry clients;
  @Inject private Users users;
  @Inject private PasswordHasher hasher;

  /** Whether they are there. */
  public boolean isPresent() {
    return clients.find("demo-web").isPresent();
  }

  /** Adds them once; fails as a duplicate where another node does so in this moment. */
  public void add() {
    if (!isPresent()) {
      addScopes();
      addUsers();
      addClients();
    }
  }

  private void addScopes() {
    scopes.add(
        new Scope("read", "See your data")
            .asDefault()
            .inWords(Map.of("de", "Ihre Daten ansehen", "ar", "الاطلاع على بياناتك")));
    scopes.add(
        new Scope("write", "Change your data")
            .inWords(Map.of("de", "Ihre Daten ändern", "ar", "تعديل بياناتك")));
    StandardScopes.all().forEach(scopes::add);
  }

  private void addUsers() {
    users.add("alice", hasher.hash("alice-in-demo-land"));
    users.add("bob", hasher.hash("bob-in-demo-land"));
    users.addAdministrator("admin", hasher.hash("admin-in-demo-land"));
  }

  private void addClients() {
    var both = Scopes.of("read", "write");
    clients.register(
        NewClient.of("demo-web", "Demo web application", ClientType.WEB, CODE, CALLBACK, both),
        Optional.of("demo-web-secret-0123456789abcdef0123456789abcdef"));
    clients.register(
        NewClient.of(
                "demo-spa", "Demo single-page application", ClientType.SPA, CODE, CALLBACK, both)
            .withOrigins(List.of("http://127.0.0.1:9090")),
        Optional.empty());
    clients.register(
        NewClient.of(
            "demo-machine",
            "Demo machine",
            ClientType.MACHINE,
            List.of("client_credentials"),
            List.of(),
            Scopes.of("read")),
        Optional.of("demo-machine-secret-0123456789abcdef0123456789ab"));
    clients.register(
        NewClient.of(
            "demo-admin",
            "Demo administration",
            ClientType.MACHINE,
            List.of("client_credentials"),
            List.of(),
            Scopes.RESERVED),
        Optional.of("demo-admin-secret-0123456789abcdef0123456789abc"));
    clients.register(
        NewClient.of("demo-api", "Demo API", ClientType.API, List.of(), List.of(), Scopes.NONE)
            .asResourceServer(),
        Optional.of("demo-api-secret-0123456789abcdef0123456789abcdef"));
  }
}
