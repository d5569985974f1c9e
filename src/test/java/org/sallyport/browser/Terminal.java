package org.sallyport.browser;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationRequest;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.device.DeviceCodeGrant;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.io.IOException;
import java.net.URI;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Server;

/** A tool on the command line that waits for a person's answer, spoken by a client library. */
record Terminal(App app, DeviceAuthorizationSuccessResponse codes) {

  private static final class Registered {
    static final App APP =
        new Administration(Server.shared())
            .register(
                "",
                "name",
                "Ein Werkzeug für die Kommandozeile",
                "publisher",
                "Example Tools",
                "type",
                "device",
                "scopes",
                "read write");
  }

  static Terminal asking() {
    var request =
        new DeviceAuthorizationRequest.Builder(new ClientID(Registered.APP.id()))
            .endpointURI(Server.shared().issuer().resolve("/device_authorization"))
            .scope(Scope.parse("read write"))
            .build();
    try {
      var answer = DeviceAuthorizationResponse.parse(request.toHTTPRequest().send());
      return new Terminal(Registered.APP, answer.toSuccessResponse());
    } catch (IOException | ParseException e) {
      throw new AssertionError("not a device authorization response", e);
    }
  }

  /** What it shows. */
  String code() {
    return codes.getUserCode().getValue();
  }

  /** What it shows to cameras. */
  URI address() {
    return codes.getVerificationURIComplete();
  }

  TokenResponse ask() {
    return app.ask(Server.shared(), new DeviceCodeGrant(codes.getDeviceCode()));
  }
}
