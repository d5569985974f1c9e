package org.sallyport.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.config.ServerSettings;

/** The address that a request really comes from, looking through trusted proxies only. */
@ApplicationScoped
public class ClientAddress {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /** One hop: {@code for=192.0.2.1}, or {@code for="[2001:db8::1]:4711"}. */
  private static final Pattern FORWARDED_FOR =
      Pattern.compile(
          "for=\"?\\[?([^\\]\";,]*?)(?:\\](?::\\d+)?|(?<=\\.\\d{1,3}):\\d+)?\"?(?=[;,]|$)",
          Pattern.CASE_INSENSITIVE);

  private ServerSettings settings;

  protected ClientAddress() {}

  @Inject
  public ClientAddress(ServerSettings settings) {
    this.settings = settings;
  }

  public String of(HttpServletRequest request) {
    var address = request.getRemoteAddr();
    if (!settings.proxies().contains(address)) {
      return address;
    }
    // Each proxy appends whom it heard from: the last one that no trusted proxy is, is the client.
    var all = hops(request);
    for (var i = all.size() - 1; i >= 0; i--) {
      var hop = all.get(i).strip();
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

  /** {@code X-Forwarded-For}, or where no proxy writes it {@code Forwarded}, RFC 7239 §5.2. */
  private static List<String> hops(HttpServletRequest request) {
    var forwardedFor = header(request, "X-Forwarded-For");
    if (!forwardedFor.isBlank()) {
      return List.of(forwardedFor.split("\\s*,\\s*"));
    }
    return FORWARDED_FOR
        .matcher(header(request, "Forwarded"))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String header(HttpServletRequest request, String name) {
    return String.join(",", Collections.list(request.getHeaders(name)));
  }
}
