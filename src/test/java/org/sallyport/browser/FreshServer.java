package org.sallyport.browser;

import java.net.URI;
import java.util.regex.Pattern;
import org.sallyport.testing.Server;
import org.sallyport.testing.StartOptions;

/** A server that nobody has set up, started when it is first asked for. */
final class FreshServer {

  private static final Pattern LINK = Pattern.compile("http://\\S+/setup\\?token=[0-9A-Za-z]{64}");
  static final Server SERVER = Server.start(StartOptions.none());

  private FreshServer() {}

  /** The link of its log. */
  static URI link() {
    var links = LINK.matcher(SERVER.logText()).results().toList();
    return URI.create(links.get(0).group());
  }
}
