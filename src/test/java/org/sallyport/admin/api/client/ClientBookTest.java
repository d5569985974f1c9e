package org.sallyport.admin.api.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.RowPages;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.client.ClientAdministration;
import org.sallyport.admin.client.ClientChoices;
import org.sallyport.admin.client.ClientConversion;
import org.sallyport.admin.client.ClientRules;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.NewClient;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Json;
import org.sallyport.store.OneTransaction;
import org.sallyport.testing.Injection;
import org.sallyport.web.page.Failure;

class ClientBookTest {

  private final Client client = TestClients.unprotected("app");
  private final List<String> done = new ArrayList<>();

  private final ClientRegistry registry =
      new ClientRegistry() {
        @Override
        public Optional<Client> lock(String id) {
          done.add("locked");
          return Optional.of(client);
        }
      };

  private final ClientAdministration administration =
      new ClientAdministration() {
        @Override
        public void deactivate(String id, String administratorId) {
          done.add("deactivated");
        }

        @Override
        public void remove(String id, String administratorId) {
          done.add("removed");
        }
      };

  private final ClientRules rules =
      new ClientRules() {
        @Override
        public List<Failure> failures(NewClient wanted) {
          return List.of();
        }
      };

  private final ClientBook clients =
      Injection.into(
          new ClientBook(),
          registry,
          administration,
          rules,
          new ClientChoices(),
          new RowPages(),
          new OneTransaction(),
          Injection.into(new RowLock(), new OneTransaction()));
  private final ClientChanges changes =
      Injection.into(
          new ClientChanges(),
          clients,
          registry,
          administration,
          new ClientConversion(),
          Injection.into(new RowLock(), new OneTransaction()));

  @Test
  void whatIsKnownIsComparedUnderTheLock() {
    var off = Json.parse("{\"active\":false}");
    changes.change(client, off, "admin", view -> done.add("compared"));
    clients.remove("app", "admin", view -> done.add("compared again"));

    assertThat(done)
        .containsExactly(
            "locked", "compared", "deactivated", "locked", "compared again", "removed");
  }

  @Test
  void whatWasChangedMeanwhileIsNeitherSwitchedOffNorRemoved() {
    var off = Json.parse("{\"active\":false}");
    assertThatThrownBy(() -> changes.change(client, off, "admin", ClientBookTest::refuse))
        .isInstanceOf(ApiProblem.class);
    assertThatThrownBy(() -> clients.remove("app", "admin", ClientBookTest::refuse))
        .isInstanceOf(ApiProblem.class);

    assertThat(done).containsExactly("locked", "locked");
  }

  private static void refuse(ClientView view) {
    throw ApiError.STALE.because(view.clientId());
  }
}
