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
    var hops = Collections.list(request.getHeaders("X-Forwarded-For"));
    var all = List.of(String.join(",", hops).split("\\s*,\\s*"));
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
}
