package org.sallyport.audit;

/** An event worth keeping; its text is names and ids, never a credential (RFC 9700 §4). */
public sealed interface AuditEvent {

  /** Whether it has a row in the database; otherwise the log has it alone. */
  default boolean isKept() {
    return true;
  }

  /** Whether the person named only suffered it. */
  default boolean isDoneToUser() {
    return false;
  }

  /** The password was right. */
  record LoggedIn(String userId, String address) implements AuditEvent {
    @Override
    public boolean isKept() {
      return false; // the sign-in that follows is
    }
  }

  /** A login has begun. */
  record SignedIn(String userId, String address) implements AuditEvent {}

  record LoginFailed(String userId, String address, String reason) implements AuditEvent {
    @Override
    public boolean isDoneToUser() {
      return true;
    }
  }

  record LoggedOut(String userId) implements AuditEvent {}

  /** A login by the cookie of a browser that stays logged in. */
  record LoginRemembered(String userId, String address) implements AuditEvent {}

  /** Such a cookie was used again: somebody has a copy, so neither works any longer. */
  record RememberedLoginStolen(String userId, String address) implements AuditEvent {}

  record ClientAuthenticationFailed(String clientId, String address, String reason)
      implements AuditEvent {
    @Override
    public boolean isKept() {
      return false; // a stranger's request would write as often as it likes
    }
  }

  record ConsentGiven(String userId, String clientId, String scopes) implements AuditEvent {}

  record ConsentDenied(String userId, String clientId) implements AuditEvent {}

  record GrantRevoked(String grantId, String userId, String clientId, String reason)
      implements AuditEvent {
    @Override
    public boolean isDoneToUser() {
      return true;
    }
  }

  /** By an administrator, or by the person. */
  record GrantEnded(String userId, String clientId, String grantId, String administratorId)
      implements AuditEvent {}

  /** All of a person or client, or before a time; null where that was not named. */
  record GrantsRevoked(
      String userId, String clientId, String before, long grants, String administratorId)
      implements AuditEvent {}

  /** A living refresh token of another system has become a grant. */
  record GrantImported(String userId, String clientId, String grantId, String administratorId)
      implements AuditEvent {}

  record TokenRevoked(String clientId, String jti, String administratorId) implements AuditEvent {}

  record SessionEnded(String userId, String sessionId, String administratorId)
      implements AuditEvent {}

  /** How: "changed", "forced" after a login, or "reset" by a link. */
  record PasswordChanged(String userId, String how, String address) implements AuditEvent {}

  record UserCreated(String userId, String administratorId) implements AuditEvent {}

  record UserChanged(String userId, String change, String administratorId) implements AuditEvent {}

  record UserEdited(String userId, Difference difference, String administratorId)
      implements AuditEvent {}

  record UserDeleted(String userId, String administratorId) implements AuditEvent {}

  record ClientCreated(String clientId, Difference fields, String administratorId)
      implements AuditEvent {}

  record ClientChanged(String clientId, Difference fields, String administratorId)
      implements AuditEvent {}

  record ClientActivated(String clientId, String administratorId) implements AuditEvent {}

  record ClientDeactivated(String clientId, String administratorId) implements AuditEvent {}

  /** The secret before it is accepted for some time still. */
  record ClientSecretAdded(String clientId, String overlap, String administratorId)
      implements AuditEvent {}

  record ClientSecretEnded(String clientId, String secretId, String administratorId)
      implements AuditEvent {}

  record ClientDeleted(String clientId, String administratorId) implements AuditEvent {}

  record AdministratorAppointed(String userId) implements AuditEvent {}

  record ScopeCreated(String scope, Difference fields, String administratorId)
      implements AuditEvent {}

  record ScopeChanged(String scope, Difference fields, String administratorId)
      implements AuditEvent {}

  record ScopeDeleted(String scope, String administratorId) implements AuditEvent {}

  /** It will sign later; "-" where the schedule did it. */
  record KeyPublished(String kid, String algorithm, String administratorId) implements AuditEvent {}

  /** It signs now, in place of another; "-" where there was none. */
  record KeyActivated(String kid, String algorithm, String former) implements AuditEvent {}

  /** What it signed is refused. */
  record KeyWithdrawn(String kid, String algorithm, String administratorId) implements AuditEvent {}

  record KeyRemoved(String kid, String algorithm) implements AuditEvent {}

  /** Rows that had ended already, before their clean-up. */
  record ExpiredDeleted(long accessTokens, long refreshTokens, long codes, String administratorId)
      implements AuditEvent {}
}
