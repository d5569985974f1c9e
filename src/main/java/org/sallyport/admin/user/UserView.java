package org.sallyport.admin.user;

import java.time.Instant;
import java.util.List;
import org.sallyport.login.LoginSession;
import org.sallyport.token.GrantState;
import org.sallyport.user.User;

/** A person with logins and grants, as the page shows them. */
public record UserView(User user, List<LoginSession> sessions, List<GrantState> grants) {

  /** What the person allows one client. */
  public record Grant(GrantState state) {

    public String getId() {
      return state.grant().id().toString();
    }

    public String getClient() {
      return state.client().name();
    }

    public String getClientId() {
      return state.client().id();
    }

    public String getScopes() {
      return state.grant().scopes().toString();
    }

    public Instant getCreatedAt() {
      return state.grant().createdAt();
    }

    public Instant getLastUsed() {
      return state.grant().lastUsed();
    }
  }

  public String getId() {
    return user.id();
  }

  public String getUsername() {
    return user.username();
  }

  public boolean isActive() {
    return user.isActive();
  }

  public boolean isAdministrator() {
    return user.isAdministrator();
  }

  public boolean isPasswordSet() {
    return user.hasPassword();
  }

  /** Whether another store than our own table keeps the person. */
  public boolean isOutside() {
    return user.isOutside();
  }

  public String getStore() {
    return user.origin().store();
  }

  public String getStoreId() {
    return user.origin().storeId();
  }

  public boolean isChangeDue() {
    return user.mustChangePassword();
  }

  public int getVersion() {
    return user.version();
  }

  public Instant getCreatedAt() {
    return user.createdAt();
  }

  public Instant getPasswordChangedAt() {
    return user.passwordChangedAt().orElse(null);
  }

  public int getSessionCount() {
    return sessions.size();
  }

  /** When the newest login that still counts began; null without one. */
  public Instant getLastLogin() {
    return sessions.isEmpty() ? null : sessions.get(0).loggedInAt();
  }

  public List<Grant> getGrants() {
    return grants.stream().map(Grant::new).toList();
  }
}
