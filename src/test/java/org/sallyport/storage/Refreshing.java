package org.sallyport.storage;

import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Requests that these tests send again and again, for the demo's web application. */
final class Refreshing {

  private Refreshing() {}

  /** A refresh token of a new grant. */
  static String newToken(Server server, Person person) {
    var flow = App.WEB.flow(server);
    return flow.redeem(flow.code(person)).text("refresh_token");
  }

  /** A code of a flow that may have begun at another node. */
  static Answer redeem(Server server, String code, String verifier) {
    return App.WEB.flow(server).redeem(code, "code_verifier", verifier);
  }

  static Answer refresh(Server server, String token) {
    return App.WEB.post(server, "/token", "grant_type", "refresh_token", "refresh_token", token);
  }

  /** Whether an access token is alive, as a resource server hears it. */
  static boolean isAlive(Server server, String accessToken) {
    return App.API.post(server, "/introspect", "token", accessToken).json().getBoolean("active");
  }
}
