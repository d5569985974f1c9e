package org.sallyport.client;

import static org.sallyport.oauth.OAuthError.INVALID_SCOPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Changed;

/** All scopes of this server, kept in memory until one changes. */
@ApplicationScoped
public class ScopeCatalogue implements MetadataContributor {

  @Inject private ScopeRegistry registry;

  /** Replaced whole by a change, so that what was read before it is not kept after it. */
  private volatile AtomicReference<Known> memory = new AtomicReference<>();

  private record Known(Map<String, Scope> byName, Scopes names, Scopes defaults) {

    static Known of(List<Scope> scopes) {
      var byName = new LinkedHashMap<String, Scope>();
      scopes.forEach(scope -> byName.put(scope.name(), scope));
      var defaults = scopes.stream().filter(Scope::isDefault).map(Scope::name).toList();
      return new Known(byName, Scopes.of(byName.keySet()), Scopes.of(defaults));
    }
  }

  private Known known() {
    var current = memory;
    var known = current.get();
    if (known == null) {
      known = Known.of(registry.list());
      current.set(known);
    }
    return known;
  }

  /** A scope by its name. */
  public Optional<Scope> find(String name) {
    return Optional.ofNullable(known().byName.get(name));
  }

  public Scopes names() {
    return known().names;
  }

  /** All of them, by name. */
  public List<Scope> list() {
    return List.copyOf(known().byName.values());
  }

  /**
   * The scopes that a client gets for a {@code scope} parameter, RFC 6749 §3.3: what it asks for,
   * or the defaults among those it may have.
   *
   * @throws OAuthException {@code invalid_scope} when it may not have one of them, or gets none
   */
  public Scopes resolve(Client client, Optional<String> parameter) {
    var allowed = names().intersection(client.scopes());
    var asked = Scopes.parse(parameter.orElse(null));
    var scopes = asked.isEmpty() ? known().defaults.intersection(allowed) : asked;
    if (scopes.isEmpty() || !allowed.containsAll(scopes)) {
      throw INVALID_SCOPE.because("the client may not have this scope");
    }
    return scopes;
  }

  /** Those that a person may leave out. */
  public Scopes optional() {
    return Scopes.of(list().stream().filter(Scope::isOptional).map(Scope::name).toList());
  }

  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    memory = new AtomicReference<>();
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata.add("scopes_supported", Json.array(names().names()));
  }
}
