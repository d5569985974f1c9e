package org.sallyport.cli.remote;

import java.net.URI;
import java.util.Set;
import org.sallyport.cli.terminal.CommandFailure;

/** Addresses to which a credential may be sent: https, or http that does not leave the machine. */
final class ServerAddress {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private ServerAddress() {}

  /** The server's own, without a slash at its end. */
  static URI of(String text) {
    try {
      return safe(URI.create(text.replaceFirst("/+$", "")));
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
  }

  /** One that the server has named. */
  static URI safe(URI address) {
    var scheme = String.valueOf(address.getScheme());
    var host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
      throw unusable();
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && LOOPBACK.contains(host))) {
      throw unusable();
    }
    return address;
  }

  private static CommandFailure unusable() {
    return CommandFailure.usage(
        "The server's URL must begin with https://, or with http:// for this machine only.");
  }
}
