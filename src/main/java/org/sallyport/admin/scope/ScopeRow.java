package org.sallyport.admin.scope;

import org.sallyport.client.Scope;
import org.sallyport.web.words.CurrentLanguage;

/** A scope in the list. */
public record ScopeRow(Scope scope, long clients) {

  public String getName() {
    return scope.name();
  }

  public String getText() {
    return scope.description(CurrentLanguage.get());
  }

  public boolean isByDefault() {
    return scope.isDefault();
  }

  public boolean isOptional() {
    return scope.isOptional();
  }

  /** How many clients may have it. */
  public long getClients() {
    return clients;
  }
}
