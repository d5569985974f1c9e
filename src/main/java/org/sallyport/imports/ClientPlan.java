package org.sallyport.imports;

import java.util.List;
import java.util.Optional;
import org.sallyport.client.NewClient;

/**
 * What a client of another system becomes here, and what whoever imports it must know.
 *
 * @param hash of a secret whose digest would tell it; it is made before anything is written
 */
public record ClientPlan(
    NewClient client,
    Optional<String> secret,
    Optional<String> hash,
    State state,
    List<String> notes) {

  /** Whether it is accepted at once. */
  public enum State {
    ACTIVE,
    INACTIVE
  }

  public ClientPlan {
    notes = List.copyOf(notes);
  }

  static ClientPlan of(NewClient client, Optional<String> secret, State state, List<String> notes) {
    return new ClientPlan(client, secret, Optional.empty(), state, notes);
  }

  ClientPlan withHash(String text) {
    return new ClientPlan(client, secret, Optional.of(text), state, notes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return client.id();
  }
}
