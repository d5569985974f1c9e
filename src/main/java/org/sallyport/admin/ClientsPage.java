package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.admin.list.ListReader;
import org.sallyport.admin.list.ListState;
import org.sallyport.admin.list.ListView;
import org.sallyport.client.Clients;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** The clients: a list, a form for a new one, and deletion that asks first. */
@Named
@RequestScoped
public class ClientsPage {

  private static final String PATH = "/admin/clients";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private Clients clients;
  @Inject private ClientAdministration administration;
  @Inject private ClientList list;
  @Inject private ListReader reader;

  private User user;
  private ClientForm form = new ClientForm();
  private final List<Failure> failures = new ArrayList<>();
  private Created created;
  private ClientRow deleting;
  private String newId = Randomness.secret();
  private ListView<ClientRow> view;

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

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      enter();
    }
  }

  private boolean enter() {
    user = administrator.require(PATH + state().query()).orElse(null);
    return user != null;
  }

  /** A form that was sent has other fields under the same names. */
  private ListState state() {
    var isForm = page.request().getMethod().equals("POST");
    return ListState.read(list.plan(), name -> isForm ? null : page.parameter(name));
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
    form.as(text(page.parameter("new_id")));
    failures.addAll(administration.failures(form));
    if (failures.isEmpty()) {
      var secret = administration.register(form, user);
      created = new Created(form.id(), secret.orElse(null));
      form = new ClientForm();
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

  /** The rows, read when they are shown. */
  public ListView<ClientRow> getList() {
    if (view == null && user != null) {
      view = list.view(reader, state());
    }
    return view;
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

  public ClientForm getForm() {
    return form;
  }
}
