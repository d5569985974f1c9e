package org.sallyport.admin.api.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.client.ClientAdministration;
import org.sallyport.admin.client.ClientConversion;
import org.sallyport.client.Client;
import org.sallyport.client.NewClient;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;

/** Changes of clients by the API: all that a patch says, or nothing. */
@ApplicationScoped
public class ClientChanges {

  @Inject private ClientBook clients;
  @Inject private ClientAdministration administration;
  @Inject private ClientConversion conversion;
  @Inject private OneTransaction transaction;

  /**
   * Changes a client as a patch says; with its secret where it begins to keep one.
   *
   * @throws ApiProblem where that may not be, or somebody has changed it since it was read
   */
  Optional<String> change(Client client, JsonObject patch, String by) {
    var before = ClientChange.of(client);
    var shown = new ClientView.Changed(ClientView.of(client), Optional.empty());
    var after = Body.patch(before, shown, patch);
    if (after.equals(before)) {
      return Optional.empty();
    }
    var wanted = after.wanted(client.id());
    clients.check(NewClient.of(client), wanted);
    return Conflicts.retry(
        () ->
            transaction.of(
                () -> {
                  change(client, wanted, by);
                  switchTo(after.settings(), client, by);
                  return before.type() == wanted.type()
                      ? Optional.<String>empty()
                      : conversion.convert(before.type(), wanted, by);
                }));
  }

  private void change(Client client, NewClient wanted, String by) {
    var before = NewClient.of(client);
    if (!before.equals(wanted) && !administration.change(before, wanted, client.version(), by)) {
      throw ApiError.STALE.because("read it again, and decide anew");
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
