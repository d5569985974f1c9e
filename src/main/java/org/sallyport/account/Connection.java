package org.sallyport.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.sallyport.client.Client;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.token.GrantState;
import org.sallyport.web.visitor.Visitor;

/** An application that somebody has allowed something, as that person sees it. */
public record Connection(GrantState state, List<String> scopes) {

  static Connection of(GrantState state, ScopeCatalogue catalogue, Locale language) {
    // One that was deleted since says nothing to anybody.
    var words =
        state.scopes().names().stream()
            .flatMap(name -> catalogue.find(name).stream())
            .map((Scope scope) -> scope.description(language))
            .toList();
    return new Connection(state, words);
  }

  private Client client() {
    return state.client();
  }

  public String getId() {
    return state.grant().id().toString();
  }

  public String getName() {
    return client().name();
  }

  public String getPublisher() {
    return client().publisher().orElse(null);
  }

  /** What it may do, in words. */
  public List<String> getScopes() {
    return scopes;
  }

  public Instant getGrantedAt() {
    return state.grant().createdAt();
  }

  public Instant getLastUsed() {
    return state.grant().lastUsed();
  }

  public String getDevice() {
    return state.grant().visitor().flatMap(Visitor::device).orElse(null);
  }

  public String getAddress() {
    return state.grant().visitor().flatMap(Visitor::address).orElse(null);
  }
}
