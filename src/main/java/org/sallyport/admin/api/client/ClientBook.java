package org.sallyport.admin.api.client;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sallyport.admin.ClientList;
import org.sallyport.admin.api.RowId;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.RowPages;
import org.sallyport.admin.api.RowPages.Found;
import org.sallyport.admin.api.description.Query;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.admin.client.ClientAdministration;
import org.sallyport.admin.client.ClientChoices;
import org.sallyport.admin.client.ClientRules;
import org.sallyport.admin.list.ListOrder;
import org.sallyport.admin.list.ListPlan;
import org.sallyport.admin.list.ListPlan.Option;
import org.sallyport.client.Client;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.oauth.Randomness;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.web.page.Failure;

/** What the API does to clients, by the rules and services of the pages. */
@ApplicationScoped
public class ClientBook {

  /** It stands in paths, and is the {@code sub} of tokens, where a UUID is a person. */
  private static final Pattern ID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._~-]{0,127}");

  private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-.{12}");
  private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7E]{32,256}");

  private static final ListPlan<RowId> PLAN =
      ListPlan.of(RowId.class, "Client", "e.id")
          .searched(text -> text.toLowerCase(Locale.ROOT), ClientList.FOUND_BY)
          .filtered(
              "type",
              "",
              Stream.of(ClientType.values())
                  .map(type -> new Option(type.word(), "", "e.type = '" + type.word() + "'"))
                  .toArray(Option[]::new))
          .filtered(
              "state",
              "",
              new Option("active", "", "e.active = true"),
              new Option("inactive", "", "e.active = false"))
          .sorted("name", ListOrder.ASCENDING, "LOWER(e.name)");

  /** The fields of pages whose members have other names. */
  private static final Map<String, String> NAMES =
      Map.of(
          "name", "client_name",
          "plain_pkce", "allow_plain_pkce",
          "optional_pkce", "allow_missing_pkce",
          "allow_localhost", "allow_localhost_port",
          "private_schemes", "allow_private_schemes",
          "access_lifetime", "access_token_lifetime",
          "refresh_lifetime", "refresh_token_lifetime",
          "refresh_idle", "refresh_token_idle");

  @Inject private ClientRegistry registry;
  @Inject private ClientAdministration administration;
  @Inject private ClientRules rules;
  @Inject private ClientChoices choices;
  @Inject private RowPages pages;
  @Inject private OneTransaction transaction;
  @Inject private RowLock lock;

  Found<ClientView> list(Query query) {
    var filters =
        Stream.of("type", "state")
            .filter(name -> query.find(name).isPresent())
            .collect(toMap(Function.identity(), name -> query.find(name).orElseThrow()));
    var found = pages.find(PLAN, query, query.find("query").orElse(""), filters);
    var clients = RowPages.sorted(found.items(), registry.find(found.items()), Client::id);
    return new Found<>(clients.stream().map(ClientView::of).toList(), found.total());
  }

  /**
   * The client of an id.
   *
   * @throws ApiProblem when there is none
   */
  Client require(String id) {
    return registry
        .find(id)
        .filter(client -> client.id().equals(id))
        .orElseThrow(() -> ApiError.MISSING.because("there is no client of this id"));
  }

  ClientView.Made register(JsonObject body, String by) {
    var request = ClientRequest.read(body, choices.defaults());
    var id = request.clientId().orElseGet(Randomness::secret);
    if (!ID.matcher(id).matches() || UUID.matcher(id).matches()) {
      throw ApiProblem.of("client_id", "it is no id that can be given");
    }
    request.clientSecret().ifPresent(secret -> checkSecret(secret, request.type()));
    var wanted = request.settings().wanted(id, request.type());
    refuse(rules.failures(wanted));
    var made = Conflicts.retry(() -> transaction.of(() -> registered(request, wanted, by)));
    return new ClientView.Made(ClientView.of(require(id)), made.secret());
  }

  private ClientAdministration.Made registered(ClientRequest request, NewClient wanted, String by) {
    var made =
        administration
            .register(wanted, request.clientSecret(), by)
            .orElseThrow(
                () -> ApiError.CONFLICT.because("there is a client of this id").at("client_id"));
    if (!request.settings().active()) {
      administration.deactivate(wanted.id(), by);
    }
    return made;
  }

  static void checkSecret(String secret, ClientType type) {
    if (!type.isConfidential()) {
      throw ApiProblem.of("client_secret", "a public client has none");
    } else if (!SECRET.matcher(secret).matches()) {
      throw ApiProblem.of("client_secret", "it must be 32 to 256 printable characters of ASCII");
    }
  }

  /**
   * Goes on where a client may become another.
   *
   * @throws ApiProblem with all that is wrong
   */
  void check(NewClient before, NewClient wanted) {
    refuse(rules.failures(before, wanted));
  }

  private static void refuse(List<Failure> failures) {
    if (!failures.isEmpty()) {
      throw ApiProblem.of(failures.stream().map(ClientBook::wrong).toList());
    }
  }

  private static Wrong wrong(Failure failure) {
    return new Wrong(NAMES.getOrDefault(failure.field(), failure.field()), failure.text());
  }

  void remove(String id, String by, Consumer<ClientView> known) {
    lock.change(
        () -> registry.lock(id).map(ClientView::of), known, () -> administration.remove(id, by));
  }
}
