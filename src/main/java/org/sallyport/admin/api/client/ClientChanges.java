package org.sallyport.admin.api.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.client.ClientAdministration;
import org.sallyport.admin.client.ClientConversion;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.NewClient;

/** Changes of clients by the API: all that a patch says, or nothing. */
@ApplicationScoped
public class ClientChanges {

  @Inject private ClientBook clients;
  @Inject private ClientAdministration administration;
  @Inject private ClientConversion conversion;
  @Inject private ClientRegistry registry;
  @Inject private RowLock lock;

  /**
   * Changes a client as a patch says, if it still is as it is known; with its secret where it
   * begins to keep one.
   *
   * @throws ApiProblem where that may not be, or somebody has changed it since it was read
   */
  Optional<String> change(Client client, JsonObject patch, String by, Consumer<ClientView> known) {
    var before = ClientChange.of(client);
    var shown = new ClientView.Changed(ClientView.of(client), Optional.empty());
    var after = Body.patch(before, shown, patch);
    if (after.equals(before)) {
      return Optional.empty();
    }
    var wanted = after.wanted(client.id());
    clients.check(NewClient.of(client), wanted);
    var secret = new AtomicReference<Optional<String>>(Optional.empty());
    lock.change(
        () -> registry.lock(client.id()).map(ClientView::of),
        known,
        () -> {
          change(client, wanted, by);
          switchTo(after.settings(), client, by);
          if (before.type() != wanted.type()) {
            secret.set(conversion.convert(before.type(), wanted, by));
          }
        });
    return secret.get();
  }

  private void change(Client client, NewClient wanted, String by) {
    var before = NewClient.of(client);
    if (!before.equals(wanted) && !administration.change(before, wanted, client.version(), by)) {
      throw ApiProblem.stale();
    }
  }

  private void switchTo(ClientSettings after, Client client, String by) {
    if (after.active() && !client.isActive()) {
      administration.activate(client.id(), by);
    } else if (!after.active() && client.isActive()) {
      administration.deactivate(client.id(), by);
    }
  }
}
