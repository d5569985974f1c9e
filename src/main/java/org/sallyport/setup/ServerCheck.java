package org.sallyport.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.sallyport.config.KeySettings;
import org.sallyport.config.ServerSettings;
import org.sallyport.key.SigningKeys;

/** What an operator should see right before anything depends on it: issuer, keys, encryption. */
@ApplicationScoped
public class ServerCheck {

  @Inject private ServerSettings server;
  @Inject private KeySettings keys;
  @Inject private SigningKeys signing;

  /** One thing looked at: {@code good} or {@code care}, with the keys of its words. */
  public record Finding(String subject, String value, String advice) {

    public String getSubject() {
      return "setup.check." + subject;
    }

    public String getValue() {
      return value;
    }

    /** The key of what to do, or null where all is well. */
    public String getAdvice() {
      return advice == null ? null : "setup.check." + subject + "." + advice;
    }
  }

  /** Everything, for a request by whoever sets the server up. */
  List<Finding> findings(HttpServletRequest request) {
    return List.of(issuer(request), signing(), encryption());
  }

  private Finding issuer(HttpServletRequest request) {
    var authority = URI.create(server.issuer()).getRawAuthority();
    var same = authority.equalsIgnoreCase(request.getHeader("Host"));
    var advice = same ? server.production() ? null : "development" : "other";
    return new Finding("issuer", server.issuer(), advice);
  }

  private Finding signing() {
    var names = signing.all().stream().map(key -> key.algorithm().jwa()).distinct().toList();
    var advice = keys.privateKeyPath().isPresent() ? null : "made";
    return new Finding("signing", String.join(", ", names), advice);
  }

  private Finding encryption() {
    return keys.encryptionKey().isPresent()
        ? new Finding("encryption", "OAUTH2_ENCRYPTION_KEY", null)
        : new Finding("encryption", server.data().resolve("encryption.key").toString(), "made");
  }
}
