package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.Clients;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;

/** The clients: a list, a form for a new one, and deletion that asks first. */
@Named
@RequestScoped
public class ClientsPage {

  private static final String PATH = "/admin/clients";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private Clients clients;
  @Inject private ClientAdministration administration;

  private User user;
  private String name;
  private String type = "confidential";
  private String redirectUris;
  private String[] grantTypes = {"authorization_code", "refresh_token"};
  private String scopes;
  private final List<Failure> failures = new ArrayList<>();
  private Created created;
  private ClientRow deleting;
  private String newId = Randomness.secret();

  /** A new client and its secret, shown this once; a public client has none. */
  public record Created(String id, String secret) {
    public String getId() {
      return id;
    }

    public String getSecret() {
      return secret;
    }
  }

  /** Shows the list, or asks before a deletion. */
  public void open() {
    if (enter() && page.parameter("delete") != null) {
      deleting = clients.find(page.parameter("delete")).map(ClientRow::of).orElse(null);
    }
  }

  private boolean enter() {
    user = administrator.require(PATH).orElse(null);
    return user != null;
  }

  private boolean enterGenuine() {
    if (!enter()) {
      return false;
    }
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("create", "page.expired"));
      return false;
    }
    return true;
  }

  /** Registers a client; a form sent twice registers one. */
  public void create() {
    if (!enterGenuine()) {
      return;
    }
    var form =
        new ClientForm(
            Optional.ofNullable(page.parameter("new_id")).orElse(""),
            text(name),
            type,
            Arrays.asList(grantTypes == null ? new String[0] : grantTypes),
            text(redirectUris),
            text(scopes));
    failures.addAll(administration.failures(form));
    if (failures.isEmpty()) {
      var secret = administration.register(form, user);
      created = new Created(form.id(), secret.orElse(null));
    }
  }

  /** Removes a client with all that it was given. */
  public void delete() {
    if (enterGenuine()) {
      administration.remove(text(page.parameter("client_id")), user);
      page.goOn(PATH + "?deleted=1");
    }
  }

  private static String text(String value) {
    return value == null ? "" : value.strip();
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  public String getNewId() {
    return newId;
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<ClientRow> getClients() {
    return user == null ? List.of() : clients.list().stream().map(ClientRow::of).toList();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public Created getCreated() {
    return created;
  }

  public ClientRow getDeleting() {
    return deleting;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getRedirectUris() {
    return redirectUris;
  }

  public void setRedirectUris(String redirectUris) {
    this.redirectUris = redirectUris;
  }

  public String[] getGrantTypes() {
    return grantTypes == null ? null : grantTypes.clone();
  }

  public void setGrantTypes(String[] grantTypes) {
    this.grantTypes = grantTypes == null ? null : grantTypes.clone();
  }

  public String getScopes() {
    return scopes;
  }

  public void setScopes(String scopes) {
    this.scopes = scopes;
  }
}
