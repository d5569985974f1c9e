package org.sallyport.admin.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.client.secret.ClientSecret;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.SecretUses;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.page.Failure;

/** The secrets and the state of one client, changed by buttons on its page. */
@Named
@RequestScoped
public class ClientStatePage {

  /** How long the secret before goes on working, in days. */
  private static final Map<String, Duration> OVERLAPS =
      Map.of(
          "0", Duration.ZERO,
          "1", Duration.ofDays(1),
          "7", Duration.ofDays(7),
          "30", Duration.ofDays(30));

  @Inject private CurrentPage page;
  @Inject private ClientDesk desk;
  @Inject private ClientAdministration administration;
  @Inject private ClientSecrets secrets;
  @Inject private SecretUses uses;

  private String added;

  /** A living secret as the page shows it. */
  public record Row(String id, Instant created, Instant expires, Instant lastUsed) {
    public String getId() {
      return id;
    }

    public Instant getCreated() {
      return created;
    }

    public Instant getExpires() {
      return expires;
    }

    public Instant getLastUsed() {
      return lastUsed;
    }
  }

  /** Adds a secret, shown in this one answer; the one before ends when the form says. */
  public void addSecret() {
    var overlap = OVERLAPS.get(desk.text("overlap"));
    if (!desk.enterGenuine(ClientPage.PATH)) {
      return;
    }
    if (overlap == null || !desk.client().isConfidential()) {
      desk.failures().add(Failure.of("overlap", "page.invalid"));
      return;
    }
    added =
        administration
            .addSecret(desk.client().id(), desk.text("newest"), overlap, desk.user().id())
            .orElse(null);
    if (added == null) {
      var key = isRoom() ? "client.secrets.changed" : "client.secrets.two";
      desk.failures().add(Failure.of("secrets", key));
    }
    desk.reload();
  }

  /** Ends a secret at once. */
  public void endSecret() {
    if (desk.enterGenuine(ClientPage.PATH)) {
      administration.endSecret(desk.client().id(), desk.text("secret_id"), desk.user().id());
      goBack("secret-ended");
    }
  }

  /** Lets the client work again. */
  public void activate() {
    if (desk.enterGenuine(ClientPage.PATH)) {
      administration.activate(desk.client().id(), desk.user().id());
      goBack("activated");
    }
  }

  /** Refuses the client and all that it was given. */
  public void deactivate() {
    if (desk.enterGenuine(ClientPage.PATH)) {
      administration.deactivate(desk.client().id(), desk.user().id());
      goBack("deactivated");
    }
  }

  private void goBack(String done) {
    page.goOn(ClientDesk.address(ClientPage.PATH, desk.client().id()) + "&" + done + "=1");
  }

  /** The secret that was made just now; null in every other answer. */
  public String getAdded() {
    return added;
  }

  /** The living secrets, the oldest first. */
  public List<Row> getSecrets() {
    if (desk.client() == null || !desk.client().isConfidential()) {
      return List.of();
    }
    return secrets.alive(desk.client().id()).stream().map(this::row).toList();
  }

  private Row row(ClientSecret secret) {
    var used =
        Stream.of(secret.lastUsed(), uses.find(secret.id()))
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder());
    return new Row(
        secret.id(), secret.createdAt(), secret.expiresAt().orElse(null), used.orElse(null));
  }

  /** The id of the newest secret; empty without one. */
  public String getNewest() {
    var rows = getSecrets();
    return rows.isEmpty() ? "" : rows.get(rows.size() - 1).id();
  }

  /** Whether one more may be made. */
  public boolean isRoom() {
    return getSecrets().size() < ClientSecrets.MOST_ALIVE;
  }
}
