package org.sallyport.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** JAX-RS at the root, where RFC 8414 §3 and the clients of today expect the endpoints. */
@ApplicationPath("/")
public class ProtocolApplication extends Application {

  /**
   * No WADL: the metadata of RFC 8414 describes this server. Nothing that Jersey finds by itself,
   * such as Payara's tracing: it would be asked at each request. And half the memory in which each
   * answer's length is found out.
   */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        "jersey.config.server.wadl.disableWadl", true,
        "jersey.config.server.disableAutoDiscovery", true,
        "jersey.config.server.contentLength.buffer", 4096);
  }
}
