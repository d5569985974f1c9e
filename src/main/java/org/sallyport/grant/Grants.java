package org.sallyport.grant;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.sallyport.oauth.OAuthError.UNAUTHORIZED_CLIENT;
import static org.sallyport.oauth.OAuthError.UNSUPPORTED_GRANT_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.sallyport.client.Client;
import org.sallyport.oauth.OAuthException;

/** The grants of this server; two beans for one type stop the deployment. */
@ApplicationScoped
public class Grants {

  private Map<String, Grant> byType;

  protected Grants() {}

  @Inject
  public Grants(@Any Instance<Grant> grants) {
    byType = grants.stream().collect(toMap(Grant::type, identity()));
  }

  /** Their types, for the metadata. */
  public List<String> types() {
    return byType.keySet().stream().sorted().toList();
  }

  /**
   * The grant of a type that a client may use.
   *
   * @throws OAuthException {@code unsupported_grant_type} or {@code unauthorized_client}
   */
  public Grant forClient(String type, Client client) {
    var grant = byType.get(type);
    if (grant == null) {
      throw UNSUPPORTED_GRANT_TYPE.because("this grant type is not supported");
    } else if (!client.mayUse(type)) {
      throw UNAUTHORIZED_CLIENT.because("the client may not use this grant type");
    }
    return grant;
  }
}
