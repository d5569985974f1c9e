package org.sallyport.imports;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.admin.client.ClientRules;
import org.sallyport.audit.AuditEvent;
import org.sallyport.audit.Difference;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.NewClient;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.HashedSecrets;
import org.sallyport.client.secret.SlowHashes;
import org.sallyport.imports.Report.Line;
import org.sallyport.web.page.Failure;

/** Registers clients of other systems by the same rules as new ones, with their ids and secrets. */
@Stateless
public class ClientImport {

  /** RFC 6749 §A.1, without the space. */
  private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,128}");

  /** As ids of people are, who may come later. */
  private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}");

  /** How hashes begin: those of PHP, of ownCloud, of Django. */
  private static final Pattern HASH = Pattern.compile("(?:\\d\\|)?[a-z0-9_]*\\$");

  private static final String KIND = "client";

  @Inject private ClientRegistry registry;
  @Inject private ClientRules rules;
  @Inject private ScopeCatalogue catalogue;
  @Inject private ClientSecrets secrets;
  @Inject private SlowHashes hashes;
  @Inject private Event<AuditEvent> audit;

  /** Hashes the secrets that need it, which takes its time, before any transaction. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<ClientPlan> prepare(List<ClientPlan> plans, Run run) {
    return run.isDry() ? plans : plans.stream().map(this::hashed).toList();
  }

  private ClientPlan hashed(ClientPlan plan) {
    var secret = secret(plan);
    var isNeeded = !isUnusable(secret) && !hashes.take(secret) && isShort(secret);
    return isNeeded ? plan.withHash(hashes.hash(secret)) : plan;
  }

  private static String secret(ClientPlan plan) {
    return plan.secret().filter(text -> plan.client().type().isConfidential()).orElse("");
  }

  /** Imports what is not there yet, in one transaction, of what was prepared. */
  public List<Line> take(List<ClientPlan> plans, Run run) {
    return plans.stream().map(plan -> take(plan, run)).toList();
  }

  private Line take(ClientPlan plan, Run run) {
    var id = plan.client().id();
    if (registry.find(id).isPresent()) {
      return Line.of(KIND, id, Outcome.ALREADY_THERE, List.of());
    }
    var refusal = refusal(plan.client());
    if (refusal.isPresent()) {
      var notes = new ArrayList<>(List.of(refusal.get()));
      notes.addAll(plan.notes());
      return Line.of(KIND, id, Outcome.SKIPPED, notes);
    }
    var notes = new ArrayList<>(plan.notes());
    secretNote(plan).ifPresent(notes::add);
    if (!run.isDry()) {
      register(plan, run.actor());
    }
    return Line.of(KIND, id, Outcome.IMPORTED, notes);
  }

  private Optional<String> refusal(NewClient wanted) {
    if (!ID.matcher(wanted.id()).matches()) {
      return Optional.of("Its id is too long, or not printable.");
    } else if (UUID.matcher(wanted.id()).matches()) {
      // RFC 9068 §5: one subject must not be another's.
      return Optional.of("Its id is like one of a person here: register it anew.");
    } else if (wanted.scopes().isEmpty()) {
      return Optional.of("There is no scope that it may have; name one with the import.");
    }
    // A scope that this import makes is not known yet where nothing is written.
    var known = wanted.withScopes(wanted.scopes().intersection(catalogue.names()));
    return rules.failures(known).stream()
        .map(Failure::text)
        .reduce((one, other) -> one + " " + other);
  }

  private Optional<String> secretNote(ClientPlan plan) {
    if (!plan.client().type().isConfidential()) {
      return Optional.empty();
    }
    var secret = plan.secret().orElse("");
    if (isUnusable(secret)) {
      return Optional.of(
          "Its secret is kept in a form that is unknown here, or slow to check: give it a new one.");
    } else if (hashes.take(secret)) {
      return Optional.of("Its hashed secret becomes a digest when it is used first.");
    } else if (isShort(secret)) {
      return Optional.of(
          "Its secret is short, so it is kept like a password, which is slow: give it a new one.");
    }
    return Optional.empty();
  }

  private boolean isUnusable(String secret) {
    return secret.isEmpty() || (HASH.matcher(secret).lookingAt() && !hashes.take(secret));
  }

  private static boolean isShort(String secret) {
    return secret.length() < HashedSecrets.SHORTEST_RANDOM;
  }

  private void register(ClientPlan plan, String actor) {
    var client = plan.client();
    var secret = secret(plan);
    if (isUnusable(secret)) {
      registry.register(client, Optional.empty());
    } else if (hashes.take(secret)) {
      registry.register(client, Optional.empty());
      secrets.addHashed(client.id(), secret);
    } else if (isShort(secret)) {
      registry.register(client, Optional.empty());
      secrets.addHashed(client.id(), plan.hash().orElseThrow());
    } else {
      registry.register(client, Optional.of(secret));
    }
    var fields = Difference.between(Map.of(), client.fields());
    audit.fire(new AuditEvent.ClientCreated(client.id(), fields, actor));
    if (plan.state() == ClientPlan.State.INACTIVE) {
      registry.deactivate(client.id(), actor);
    }
  }
}
