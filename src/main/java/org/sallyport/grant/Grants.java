package org.sallyport.grant;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.sallyport.oauth.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.oauth.OAuthError.UNSUPPORTED_GRANT_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sallyport.client.Client;
import org.sallyport.config.GrantSettings;
import org.sallyport.oauth.OAuthException;
import org.sallyport.store.DatabaseReady;

/** The grants of this server; two beans for one type, or a setting that has none, stop it. */
@ApplicationScoped
public class Grants {

  /** RFC 6749 §4.2: not served at the token endpoint, so that no bean has it. */
  public static final String IMPLICIT = "implicit";

  private Map<String, Grant> byType;
  private GrantSettings settings;

  protected Grants() {}

  @Inject
  public Grants(@Any Instance<Grant> grants, GrantSettings settings) {
    byType = grants.stream().collect(toMap(Grant::type, identity()));
    this.settings = settings;
  }

  /** At the start, so that a name that means nothing stops it. */
  void check(@Observes DatabaseReady ready) {
    settings.checkAmong(known());
  }

  /** All that there are, served or not. */
  public List<String> known() {
    return Stream.concat(byType.keySet().stream(), Stream.of(IMPLICIT)).sorted().toList();
  }

  /** Those that are served, for the metadata and for administrators' choice. */
  public List<String> types() {
    return known().stream().filter(settings::isOn).toList();
  }

  /** Whether a grant is served and this client may use it. */
  public boolean isFor(String type, Client client) {
    return settings.isOn(type) && client.mayUse(type);
  }

  /**
   * The grant of a type that a client may use.
   *
   * @throws OAuthException {@code unsupported_grant_type} or {@code unauthorized_client}
   */
  public Grant forClient(String type, Client client) {
    var grant = byType.get(type);
    if (grant == null || !settings.isOn(type)) {
      throw UNSUPPORTED_GRANT_TYPE.because("this grant type is not supported");
    } else if (!client.mayUse(type)) {
      throw UNAUTHORIZED_CLIENT.because("the client may not use this grant type");
    }
    return grant;
  }
}
