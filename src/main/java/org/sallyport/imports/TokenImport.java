package org.sallyport.imports;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.imports.OldPeople.Found;
import org.sallyport.imports.Report.Line;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.UserGrant;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.user.User;

/** Makes a grant of each living refresh token: it works once more, and then ours do. */
@Stateless
public class TokenImport {

  private static final String KIND = "refresh_token";
  private static final int SHORTEST = 32; // characters; ownCloud writes 64

  @Inject private ImportedRefreshTokens tokens;
  @Inject private ClientRegistry clients;
  @Inject private Audiences audiences;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Event<AuditEvent> audit;
  @Inject private Clock clock;

  /** Imports what is not there yet, of people who were found, in one transaction. */
  public List<Line> take(List<OldToken> rows, Map<String, Found> people, Run run) {
    var seen = new HashSet<String>();
    return rows.stream().map(row -> take(row, people.get(row.username()), run, seen)).toList();
  }

  private Line take(OldToken row, Found person, Run run, Set<String> seen) {
    if (row.token().length() > ImportedRefreshTokens.LONGEST) {
      return line(row, Outcome.SKIPPED, List.of("The token is too long."));
    } else if (row.token().length() < SHORTEST) {
      return line(row, Outcome.SKIPPED, List.of("The token is so short that it could be guessed."));
    } else if (tokens.find(row.token()).isPresent() || !seen.add(row.token())) {
      return line(row, Outcome.ALREADY_THERE, List.of());
    }
    var client = clients.find(row.clientId());
    var refusal = refusal(row, client, person, run);
    if (refusal.isPresent()) {
      return line(row, Outcome.SKIPPED, List.of(refusal.get()));
    }
    if (!run.isDry()) {
      add(row, client.orElseThrow(), person.user().orElseThrow(), run.actor());
    }
    return line(row, Outcome.IMPORTED, List.of());
  }

  private static Line line(OldToken row, Outcome outcome, List<String> notes) {
    return new Line(KIND, row.username(), Optional.of(row.clientId()), outcome, notes);
  }

  private static Optional<String> refusal(
      OldToken row, Optional<Client> client, Found person, Run run) {
    var isClientPlanned = run.isDry() && row.planned().contains("client");
    var isPersonPlanned = run.isDry() && row.planned().contains("user");
    if (client.isEmpty() && !isClientPlanned) {
      return Optional.of("Its client is not registered here.");
    } else if (client.filter(known -> !known.mayUse("refresh_token")).isPresent()) {
      return Optional.of("Its client may not use refresh tokens here.");
    } else if (client.filter(known -> scopes(known).isEmpty()).isPresent()) {
      return Optional.of("Its client may have no scope here that an import gives.");
    } else if (!person.isKnown() && !(person.isMissing() && isPersonPlanned)) {
      return Optional.of(person.reason());
    }
    return Optional.empty();
  }

  /** Those of administrators only a person allows, who is asked. */
  private static Scopes scopes(Client client) {
    return client.scopes().without(Scopes.RESERVED);
  }

  private void add(OldToken row, Client client, User user, String actor) {
    var now = notBefore(client.createdAt());
    var allowed =
        Authorization.withoutCode(
            Randomness.rowId(now),
            client.id(),
            user.id(),
            Optional.empty(),
            scopes(client),
            audiences.resolve(client, List.of()),
            now, // nobody knows when they logged in there
            now);
    var grant = new UserGrant(allowed, now.plus(client.refreshLifetime(lifetimes)));
    tokens.add(grant.begun(now), row.token());
    var id = allowed.id().toString();
    audit.fire(new AuditEvent.GrantImported(user.id(), client.id(), id, actor));
  }

  /** Another node, whose clock is ahead, may have registered the client: it comes first. */
  private Instant notBefore(Instant registered) {
    var now = clock.instant();
    return now.isBefore(registered) ? registered : now;
  }
}
