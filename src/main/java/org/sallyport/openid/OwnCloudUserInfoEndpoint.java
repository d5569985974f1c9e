package org.sallyport.openid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.sallyport.config.CompatSettings;

/** {@code /userinfo} where ownCloud had it; absent unless switched on. */
@ApplicationScoped
@Path("/{prefix: (?:index\\.php/)?apps/oauth2}/api/v1/userinfo")
public class OwnCloudUserInfoEndpoint {

  @Inject private CompatSettings settings;
  @Inject private UserInfoEndpoint userInfo;

  @GET
  @Produces("application/json")
  public String get() {
    if (!settings.owncloud()) {
      throw new NotFoundException();
    }
    return userInfo.get();
  }
}
