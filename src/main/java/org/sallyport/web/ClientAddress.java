package org.sallyport.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sallyport.config.ServerSettings;

/** The address that a request really comes from, looking through trusted proxies only. */
@ApplicationScoped
public class ClientAddress {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** RFC 7239 §4: a value may be quoted, and then hold what looks like another pair. */
  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z]+)=(\"(?:[^\"\\\\]|\\\\.)*\"|[^;,]*)");

  /** RFC 7239 §6: {@code 192.0.2.1}, {@code 192.0.2.1:4711} or {@code "[2001:db8::1]:4711"}. */
  private static final Pattern NODE =
      Pattern.compile("\"?(?:\\[([^\\]]+)]|([^:\"]+))(?::\\d+)?\"?");

  private ServerSettings settings;

  protected ClientAddress() {}

  @Inject
  public ClientAddress(ServerSettings settings) {
    this.settings = settings;
  }

  public String of(HttpServletRequest request) {
    var peer = request.getRemoteAddr();
    if (!settings.proxies().contains(peer)) {
      return peer;
    }
    var told =
        Stream.of(forwardedFor(request), forwarded(request))
            .filter(hops -> !hops.isEmpty())
            .map(hops -> client(peer, hops))
            .distinct()
            .toList();
    // A proxy writes one of the two headers: where they differ, one is the client's invention.
    return told.size() == 1 ? told.get(0) : peer;
  }

  /**
   * Each proxy appends whom it heard from: the last one that no trusted proxy is, is the client.
   */
  private String client(String peer, List<String> hops) {
    var address = peer;
    for (var i = hops.size() - 1; i >= 0; i--) {
      var hop = hops.get(i).strip();
      if (!ADDRESS.matcher(hop).matches()) {
        return address;
      }
      if (!settings.proxies().contains(hop)) {
        return hop;
      }
      address = hop;
    }
    return address;
  }

  private static List<String> forwardedFor(HttpServletRequest request) {
    var header = header(request, "X-Forwarded-For");
    return header.isBlank() ? List.of() : List.of(header.split(",", -1));
  }

  /** RFC 7239 §5.2. */
  private static List<String> forwarded(HttpServletRequest request) {
    return PAIR.matcher(header(request, "Forwarded"))
        .results()
        .filter(pair -> pair.group(1).equalsIgnoreCase("for"))
        .map(pair -> node(pair.group(2).strip()))
        .toList();
  }

  private static String node(String value) {
    var node = NODE.matcher(value);
    if (!node.matches()) {
      return value;
    }
    return node.group(1) != null ? node.group(1) : node.group(2);
  }

  private static String header(HttpServletRequest request, String name) {
    return String.join(",", Collections.list(request.getHeaders(name)));
  }
}
