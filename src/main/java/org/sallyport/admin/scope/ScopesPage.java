package org.sallyport.admin.scope;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.sallyport.admin.Administrator;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.user.User;

/** The list of scopes. */
@Named
@RequestScoped
public class ScopesPage {

  static final String PATH = "/admin/scopes";

  @Inject private Administrator administrator;
  @Inject private ScopeRegistry registry;

  private User user;
  private List<ScopeRow> scopes = List.of();

  /** Reads the list, in two queries however long it is. */
  public void open() {
    user = administrator.require(PATH).orElse(null);
    if (user != null) {
      var uses = registry.uses();
      scopes =
          registry.list().stream()
              .map(scope -> new ScopeRow(scope, uses.getOrDefault(scope.name(), 0L)))
              .toList();
    }
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<ScopeRow> getScopes() {
    return scopes;
  }
}
