package org.sallyport.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.config.CompatSettings;
import org.sallyport.imports.OldPeople.Found;
import org.sallyport.imports.Report.Line;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Conflicts;

/**
 * Takes batches of rows of other systems. What is there already stays as it is, so the same rows
 * may come again; the rows of each kind are one transaction.
 */
@ApplicationScoped
public class Imports {

  @Inject private CompatSettings settings;
  @Inject private ScopeCatalogue catalogue;
  @Inject private ScopeImport scopes;
  @Inject private ClientImport clients;
  @Inject private PersonImport people;
  @Inject private OldPeople oldPeople;
  @Inject private TokenImport tokens;

  /**
   * Rows of ownCloud.
   *
   * @throws MalformedBatchException when they are none
   */
  public Report owncloud(Batch batch, String actor) {
    requireSwitchedOn();
    var named = unreserved(batch);
    var given = named.isEmpty() ? defaults() : named;
    var plans =
        Batch.read("clients", batch.clients(), (at, row) -> OwnCloudClients.plan(at, row, given));
    var persons = Batch.read("users", batch.users(), OldPerson::ofOwnCloud);
    var living = Batch.read("refresh_tokens", batch.refreshTokens(), OldToken::of);
    var run = new Run(batch.mode(), actor);
    var report = registered(batch, named, persons, plans, run);
    report.addAll(tokens(living, batch.store(), run));
    return Report.of(batch, report);
  }

  /**
   * Rows of League's bundle, and people of Ibexa.
   *
   * @throws MalformedBatchException when they are none
   */
  public Report league(Batch batch, String actor) {
    requireSwitchedOn();
    var named =
        Batch.read("clients", batch.clients(), LeagueClients::scopes).stream()
            .reduce(unreserved(batch), Scopes::union);
    var all = named.isEmpty() ? usual() : named;
    var plans =
        Batch.read("clients", batch.clients(), (at, row) -> LeagueClients.plan(at, row, all));
    var persons = Batch.read("users", batch.users(), OldPerson::ofIbexa);
    if (!batch.refreshTokens().isEmpty()) {
      throw new MalformedBatchException("refresh_tokens", "League's are encrypted and stay there");
    }
    var run = new Run(batch.mode(), actor);
    return Report.of(batch, registered(batch, named, persons, plans, run));
  }

  /** Whoever imports says who allowed what, which no administrator decides otherwise. */
  private void requireSwitchedOn() {
    if (!settings.imports()) {
      throw ApiError.SWITCHED_OFF.because(
          "to import, start the server with the setting sallyport.imports=true, and without it"
              + " again afterwards");
    }
  }

  private List<Line> registered(
      Batch batch, Scopes named, List<OldPerson> persons, List<ClientPlan> plans, Run run) {
    var report = new ArrayList<Line>();
    var prepared = clients.prepare(plans, run);
    report.addAll(written(() -> scopes.take(named, batch.defaults(), run)));
    report.addAll(written(() -> people.take(persons, run)));
    report.addAll(written(() -> clients.take(prepared, run)));
    return report;
  }

  /** People are looked up first, as their stores may take their time. */
  private List<Line> tokens(List<OldToken> living, Optional<String> store, Run run) {
    Map<String, Found> found = new HashMap<>();
    for (var row : living) {
      found.computeIfAbsent(row.username(), name -> oldPeople.find(name, store, run));
    }
    return written(() -> tokens.take(living, found, run));
  }

  private static List<Line> written(Supplier<List<Line>> transaction) {
    return Conflicts.retryDuplicate(transaction);
  }

  private static Scopes unreserved(Batch batch) {
    var named = batch.scopes().union(batch.defaults());
    if (named.names().stream().anyMatch(LeagueClients::isReserved)) {
      throw new MalformedBatchException("scopes", "those of administrators are not given so");
    }
    return named;
  }

  private Scopes defaults() {
    return Scopes.of(catalogue.list().stream().filter(Scope::isDefault).map(Scope::name).toList());
  }

  private Scopes usual() {
    var names = catalogue.names().names().stream();
    return Scopes.of(names.filter(name -> !LeagueClients.isReserved(name)).toList());
  }
}
