package org.sallyport.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS at the root, where RFC 8414 §3 and the clients of today expect the endpoints. */
@ApplicationPath("/")
public class ProtocolApplication extends Application {}
