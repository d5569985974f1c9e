package org.sallyport.admin.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import org.sallyport.consent.Consents;
import org.sallyport.token.OpaqueTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** Asks before a client is deleted, and tells with numbers what ends with it. */
@Named
@RequestScoped
public class ClientDeletionPage {

  private static final String PATH = "/admin/clients/delete";

  @Inject private CurrentPage page;
  @Inject private ClientDesk desk;
  @Inject private ClientAdministration administration;
  @Inject private UserGrants grants;
  @Inject private OpaqueTokens tokens;
  @Inject private Consents consents;
  @Inject private Clock clock;

  /** Shows the question. */
  public void open() {
    desk.enter(PATH);
  }

  /** Before anything is shown: a form whose button was not found has run no action. */
  public void guard() {
    if (!desk.isEntered()) {
      open();
    }
  }

  /** Removes the client with all that it was given. */
  public void delete() {
    if (desk.enterGenuine(PATH)) {
      administration.remove(desk.client().id(), desk.user().id());
      page.goOn("/admin/clients?deleted=1");
    }
  }

  public String getId() {
    return desk.client() == null ? null : desk.client().id();
  }

  public String getName() {
    return desk.client() == null ? null : desk.client().name();
  }

  /** How many grants end. */
  public long getGrants() {
    return desk.client() == null ? 0 : grants.countOf(getId());
  }

  /** How many opaque access tokens end. */
  public long getTokens() {
    return desk.client() == null ? 0 : tokens.countOf(getId(), clock.instant());
  }

  /** How many people have allowed it. */
  public long getConsents() {
    return desk.client() == null ? 0 : consents.countOf(getId());
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
