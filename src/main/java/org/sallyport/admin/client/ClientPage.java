package org.sallyport.admin.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.sallyport.client.NewClient;
import org.sallyport.config.ServerSettings;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** One client: what it is, and a form that changes it without overwriting others unseen. */
@Named
@RequestScoped
public class ClientPage {

  static final String PATH = "/admin/clients/edit";

  @Inject private CurrentPage page;
  @Inject private ClientDesk desk;
  @Inject private ClientAdministration administration;
  @Inject private ClientRules rules;
  @Inject private ClientChoices choices;
  @Inject private Users users;
  @Inject private ServerSettings settings;

  private ClientForm form = ClientForm.empty();
  private int version;
  private String base;
  private List<ClientDifference> differences = List.of();

  /** Shows the client. */
  public void open() {
    if (desk.enter(PATH)) {
      begin();
    }
  }

  /** Before anything is shown, also after an action on something else of the client. */
  public void guard() {
    if (!desk.isEntered()) {
      desk.enter(PATH);
    }
    if (desk.client() != null && base == null) {
      begin();
    }
  }

  private void begin() {
    var registered = NewClient.of(desk.client());
    form = ClientForm.of(registered);
    startFrom(registered);
  }

  private void startFrom(NewClient registered) {
    version = desk.client().version();
    base = ClientDifference.write(registered.fields());
  }

  /** Saves what was typed, unless it is wrong or somebody else has saved meanwhile. */
  public void save() {
    form.readBoxes(page);
    if (!desk.enterGenuine(PATH)) {
      keep();
      return;
    }
    keep();
    var wanted = form.wanted(desk.client().id(), desk.client().type());
    desk.failures().addAll(form.failures());
    desk.failures().addAll(rules.failures(wanted));
    if (desk.failures().isEmpty() && (isSaved(wanted) || isSavedAfterAll(wanted))) {
      page.goOn(ClientDesk.address(PATH, desk.client().id()) + "&saved=1");
    }
  }

  /** The form is shown again as it began, so that its next try is not taken for a newer one. */
  private void keep() {
    base = desk.text("base");
    version = desk.text("version").matches("\\d{1,9}") ? Integer.parseInt(desk.text("version")) : 0;
  }

  private boolean isSaved(NewClient wanted) {
    return administration.change(NewClient.of(desk.client()), wanted, version, desk.user().id());
  }

  /** Somebody was first: where that touched no field, such as a new secret, nothing is asked. */
  private boolean isSavedAfterAll(NewClient wanted) {
    desk.reload();
    var theirs = NewClient.of(desk.client());
    var before = ClientDifference.read(base);
    differences = ClientDifference.between(before, theirs.fields(), wanted.fields());
    startFrom(theirs);
    if (differences.isEmpty() && isSaved(wanted)) {
      return true;
    }
    differences.stream().filter(d -> !d.kept()).forEach(d -> form.set(d.field(), d.theirs()));
    desk.failures().add(Failure.of("others", "client.outdated"));
    return false;
  }

  /** What whoever builds the application needs, but for its secret. */
  public ClientGuide getGuide() {
    return desk.client() == null
        ? null
        : ClientGuide.of(NewClient.of(desk.client()), settings.issuer());
  }

  public ClientForm getForm() {
    return form;
  }

  public int getVersion() {
    return version;
  }

  /** The fields as the form began with them. */
  public String getBase() {
    return base;
  }

  public List<ClientDifference> getDifferences() {
    return differences;
  }

  public List<ClientChoices.Choice> getScopes() {
    return choices.scopes(form);
  }

  public List<ClientChoices.Choice> getGrants() {
    return desk.client() == null ? List.of() : choices.grants(form, desk.client().type());
  }

  public String getId() {
    return desk.client() == null ? null : desk.client().id();
  }

  public String getName() {
    return desk.client() == null ? null : desk.client().name();
  }

  public String getType() {
    return desk.client() == null ? null : desk.client().type().word();
  }

  public boolean isConfidential() {
    return desk.client() != null && desk.client().isConfidential();
  }

  public boolean isActive() {
    return desk.client() == null || desk.client().isActive();
  }

  public Instant getCreated() {
    return desk.client() == null ? null : desk.client().createdAt();
  }

  public Instant getChanged() {
    return desk.client() == null ? null : desk.client().updatedAt();
  }

  /** The name of who changed it last; null where nobody did, or is gone. */
  public String getChangedBy() {
    return desk.client() == null
        ? null
        : desk.client().updatedBy().flatMap(users::find).map(User::username).orElse(null);
  }

  public String getCsrf() {
    return desk.csrf();
  }

  public String getUsername() {
    return desk.user() == null ? null : desk.user().username();
  }

  public List<Failure> getFailures() {
    return desk.failures();
  }
}
