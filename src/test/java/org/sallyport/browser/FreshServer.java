package org.sallyport.browser;

import java.net.URI;
import java.util.regex.Pattern;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** A server that nobody has set up, started when it is first asked for. */
final class FreshServer {

  private static final Pattern LINK = Pattern.compile("http://\\S+/setup\\?token=[0-9A-Za-z]{64}");

  private static final class Shared {
    // A key of its own, as the page would show the path of one that is made.
    static final Server SERVER =
        Server.start(
            StartOptions.none()
                .with("OAUTH2_ENCRYPTION_KEY", "an encryption key for the first run"));
  }

  private FreshServer() {}

  /** The link to its first run. */
  static URI link() {
    return link(Shared.SERVER);
  }

  /** The link in the log of a server that has no administrator. */
  static URI link(Server server) {
    return URI.create(LINK.matcher(server.logText()).results().findFirst().orElseThrow().group());
  }
}
