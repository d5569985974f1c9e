package org.sallyport.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Scopes;
import org.sallyport.user.User;

/** What is told of a person for scopes, OpenID Connect Core 1.0 §5.1 and §5.4. */
@ApplicationScoped
public class PersonClaims {

  static final String OPENID = "openid";
  private static final String PROFILE = "profile";
  private static final String EMAIL = "email";

  /** All that may be told. */
  static final List<String> NAMES =
      List.of("sub", "name", "preferred_username", "picture", "locale", "updated_at", "email");

  @Inject private KnownProfiles profiles;

  JsonObject of(User user, Scopes scopes) {
    var claims = Json.object().add("sub", user.id());
    var known = user.isOutside() ? profiles.find(user.id()) : Optional.<KnownProfile>empty();
    if (scopes.names().contains(PROFILE)) {
      addProfile(claims, user, known);
    }
    if (scopes.names().contains(EMAIL)) {
      // Whether it was verified nobody has told us, so nothing is said of it.
      known.flatMap(KnownProfile::email).ifPresent(email -> claims.add("email", email));
    }
    return claims.build();
  }

  private static void addProfile(
      JsonObjectBuilder claims, User user, Optional<KnownProfile> known) {
    claims.add("name", known.flatMap(KnownProfile::name).orElse(user.username()));
    claims.add("preferred_username", user.username());
    known.flatMap(KnownProfile::picture).ifPresent(address -> claims.add("picture", address));
    user.locale().ifPresent(tag -> claims.add("locale", tag));
    var changed = known.map(KnownProfile::updatedAt).orElse(Instant.EPOCH);
    var latest = changed.isAfter(user.updatedAt()) ? changed : user.updatedAt();
    claims.add("updated_at", latest.getEpochSecond());
  }
}
