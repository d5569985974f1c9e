package org.sallyport.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What all extensions have to say of a client, one after the other. */
@ApplicationScoped
public class ClientPolicies {

  private List<ClientPolicy> policies;

  protected ClientPolicies() {}

  @Inject
  public ClientPolicies(@Any Instance<ClientPolicy> policies) {
    this.policies = policies.stream().toList();
  }

  /** Why it must not be saved, in words. */
  public List<String> refusals(NewClient wanted) {
    return policies.stream()
        .map(policy -> policy.refusal(wanted))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is saved in its place. */
  NewClient complete(NewClient wanted) {
    var complete = wanted;
    for (var policy : policies) {
      complete = policy.complete(complete);
    }
    return complete;
  }
}
