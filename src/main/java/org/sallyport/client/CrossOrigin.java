package org.sallyport.client;

import jakarta.servlet.http.HttpServletRequest;

/** Remembers whose scripts may read the answer, once the request's client is known. */
public final class CrossOrigin {

  private static final String ATTRIBUTE = CrossOrigin.class.getName();

  private CrossOrigin() {}

  /** The answer to this request is its client's. */
  public static void allow(HttpServletRequest request, Client client) {
    request.setAttribute(ATTRIBUTE, client);
  }

  /** Whether scripts of an origin may read the answer. */
  public static boolean isAllowed(HttpServletRequest request, String origin) {
    return request.getAttribute(ATTRIBUTE) instanceof Client client
        && client.origins().contains(origin);
  }
}
