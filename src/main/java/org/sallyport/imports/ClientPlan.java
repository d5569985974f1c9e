package org.sallyport.imports;

import java.util.List;
import java.util.Optional;
import org.sallyport.client.NewClient;

/** What a client of another system becomes here, and what whoever imports it must know. */
public record ClientPlan(
    NewClient client, Optional<String> secret, State state, List<String> notes) {

  /** Whether it is accepted at once. */
  public enum State {
    ACTIVE,
    INACTIVE
  }

  public ClientPlan {
    notes = List.copyOf(notes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return client.id();
  }
}
