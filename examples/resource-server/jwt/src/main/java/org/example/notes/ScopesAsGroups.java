package org.example.notes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Payara only, which has no setting for it: the scopes of the token (RFC 9068 §2.2.3) are its
 * groups. A token without scopes, as an ID token is, has none and may do nothing.
 */
@ApplicationScoped
public class ScopesAsGroups implements IdentityStore {

  @Override
  public Set<ValidationType> validationTypes() {
    return Set.of(ValidationType.PROVIDE_GROUPS);
  }

  @Override
  public Set<String> getCallerGroups(CredentialValidationResult result) {
    if (result.getCallerPrincipal() instanceof JsonWebToken token
        && token.getClaim("scope") instanceof String scopes) {
      return Set.of(scopes.split(" "));
    }
    return Set.of();
  }
}
