package org.sallyport.client;

import jakarta.servlet.http.HttpServletRequest;

/** Remembers whose scripts may read the answer, once the request's client is known. */
final class CrossOrigin {

  private static final String ATTRIBUTE = CrossOrigin.class.getName();

  private CrossOrigin() {}

  static void allow(HttpServletRequest request, Client client) {
    request.setAttribute(ATTRIBUTE, client);
  }

  static boolean isAllowed(HttpServletRequest request, String origin) {
    return request.getAttribute(ATTRIBUTE) instanceof Client client
        && client.origins().contains(origin);
  }
}
