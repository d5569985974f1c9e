package org.sallyport.admin.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import org.sallyport.admin.Administrator;
import org.sallyport.client.ClientType;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** Makes a client: first its type, then its form, then its secret in this one answer. */
@Named
@RequestScoped
public class NewClientPage {

  private static final String PATH = "/admin/clients/new";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ClientAdministration administration;
  @Inject private ClientRules rules;
  @Inject private ClientChoices choices;
  @Inject private ServerSettings settings;

  private final List<Failure> failures = new ArrayList<>();
  private User user;
  private ClientForm form;
  private ClientGuide created;
  private String sentBefore;

  /** Shows the types, or the form of the one that the address names. */
  public void open() {
    enter();
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (user == null) {
      enter();
    }
  }

  private boolean enter() {
    var path = getType() == null ? PATH : PATH + "?type=" + getType();
    user = administrator.require(path).orElse(null);
    return user != null;
  }

  /** Registers a client; a form sent twice registers one, and shows its secret once. */
  public void create() {
    if (!enter()) {
      return;
    }
    if (type() == null) {
      page.goOn(PATH);
      return;
    }
    getForm().readBoxes(page);
    if (!administrator.isGenuine()) {
      failures.add(Failure.of("create", "page.expired"));
      return;
    }
    var id = page.parameter("new_id");
    var wanted = getForm().wanted(id == null ? "" : id, type());
    failures.addAll(getForm().failures());
    failures.addAll(rules.failures(wanted));
    if (failures.isEmpty()) {
      administration
          .register(wanted, user.id())
          .ifPresentOrElse(
              made -> created = new ClientGuide(made, settings.issuer()),
              () -> sendBack(wanted.id()));
    }
  }

  private void sendBack(String id) {
    sentBefore = id;
    failures.add(Failure.of("create", "client.sent.before"));
  }

  private ClientType type() {
    return ClientType.find(page.parameter("type")).orElse(null);
  }

  /** The type's name; null where it is still to be chosen. */
  public String getType() {
    return type() == null ? null : type().word();
  }

  public boolean isForPeople() {
    return type() != null && type().isForPeople();
  }

  public boolean isConfidential() {
    return type() != null && type().isConfidential();
  }

  public List<String> getTypes() {
    return List.of(ClientType.values()).stream().map(ClientType::word).toList();
  }

  public ClientForm getForm() {
    if (form == null && type() != null) {
      form = ClientForm.of(type(), choices.defaults());
    }
    return form;
  }

  public List<ClientChoices.Choice> getScopes() {
    return type() == null ? List.of() : choices.scopes(getForm());
  }

  public List<ClientChoices.Choice> getGrants() {
    return type() == null ? List.of() : choices.grants(getForm(), type());
  }

  public String getCsrf() {
    return administrator.csrf();
  }

  /** The id is made with the form, so that a form sent twice registers one client. */
  public String getNewId() {
    return Randomness.secret();
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Failure> getFailures() {
    return failures;
  }

  public ClientGuide getCreated() {
    return created;
  }

  /** The client that this form has made before; mostly null. */
  public String getSentBefore() {
    return sentBefore;
  }
}
