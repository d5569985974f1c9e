package org.sallyport.authorize.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.authorize.AuthorizeRequest;
import org.sallyport.authorize.ConsentStep;
import org.sallyport.authorize.PkceCheck;
import org.sallyport.authorize.ResponseType;
import org.sallyport.client.Client;
import org.sallyport.config.LifetimeSettings;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.key.Purpose;
import org.sallyport.login.Login;
import org.sallyport.oauth.Base62;
import org.sallyport.oauth.Digest;
import org.sallyport.store.Conflicts;
import org.sallyport.token.Audiences;
import org.sallyport.token.Authorization;
import org.sallyport.token.GrantState;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;

/**
 * Writes the grant with its code, RFC 6749 §4.1.2. The code is an HMAC of the flow's id, so a
 * double click answers with the same code, and one flow never has two.
 */
@ApplicationScoped
public class AuthorizationCodes implements ResponseType {

  @EJB private UserGrants grants;
  @Inject private ConsentStep consent;
  @Inject private Audiences audiences;
  @Inject private EncryptionKeys keys;
  @Inject private LifetimeSettings lifetimes;
  @Inject private Clock clock;

  @Override
  public String name() {
    return "code";
  }

  @Override
  public String grant() {
    return "authorization_code";
  }

  @Override
  public String mode() {
    return QUERY;
  }

  @Override
  public Optional<Map<String, String>> answer(AuthorizeRequest request, Login login) {
    return issue(request, login).map(code -> Map.of("code", code));
  }

  /** The code of a request's flow; empty when that flow was answered before. */
  private Optional<String> issue(AuthorizeRequest request, Login login) {
    var code = code(request.flow().id());
    var authorization = authorization(request, login);
    // Asked first, so that Back and a double click cost no failed insert and its noise in the log.
    var known = grants.find(request.flow().id());
    return known.isPresent()
        ? again(known.get(), authorization, code)
        : add(authorization, request.client(), code);
  }

  private Optional<String> add(Authorization authorization, Client client, String code) {
    try {
      Conflicts.retry(
          () -> {
            grants.add(grant(authorization, client, code));
            return null;
          });
      return Optional.of(code);
    } catch (RuntimeException e) {
      if (!Conflicts.duplicate(e)) {
        throw e;
      }
      return grants.find(authorization.id()).flatMap(known -> again(known, authorization, code));
    }
  }

  private static Optional<String> again(GrantState known, Authorization now, String code) {
    return Optional.of(code).filter(same -> isSame(known, now));
  }

  private UserGrant grant(Authorization authorization, Client client, String code) {
    return new UserGrant(
        authorization,
        Digest.of(code),
        authorization.at().plus(client.codeLifetime(lifetimes)),
        authorization.at().plus(client.refreshLifetime(lifetimes)));
  }

  /** A grant that is still waiting for its code, made for the same person and scopes. */
  private static boolean isSame(GrantState known, Authorization now) {
    var grant = known.grant();
    return !grant.isConsumed()
        && !grant.isRevoked()
        && grant.userId().equals(now.userId())
        && grant.scopes().equals(now.scopes());
  }

  private Authorization authorization(AuthorizeRequest request, Login login) {
    var parameters = request.parameters();
    return new Authorization(
        request.flow().id(),
        request.client().id(),
        login.user().id(),
        login.session().loginId(),
        consent.allowed(request, login),
        audiences.resolve(request.client(), parameters.all("resource")),
        parameters.find("nonce"),
        PkceCheck.challenge(request).orElse(null),
        request.redirectUri(),
        parameters.find("redirect_uri").isPresent(),
        login.session().loggedInAt(),
        clock.instant(),
        login.session().visitor().orElse(null));
  }

  private String code(UUID flow) {
    var bytes = ByteBuffer.allocate(Base62.BYTES);
    bytes.put(mac(flow + " 1"));
    bytes.put(mac(flow + " 2"), 0, bytes.remaining());
    return Base62.encode(bytes.array());
  }

  private byte[] mac(String text) {
    return keys.mac(Purpose.CODE, text.getBytes(UTF_8));
  }
}
