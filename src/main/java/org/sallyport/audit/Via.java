package org.sallyport.audit;

import jakarta.servlet.ServletRequest;

/** The client by whose token a request is made, where a program does what people do on pages. */
public final class Via {

  private static final String ATTRIBUTE = Via.class.getName();

  private Via() {}

  /** What follows in this request is done by a token of this client. */
  public static void remember(ServletRequest request, String clientId) {
    request.setAttribute(ATTRIBUTE, clientId);
  }

  /** The client, or null where a person is here in a browser. */
  public static String of(ServletRequest request) {
    return (String) request.getAttribute(ATTRIBUTE);
  }
}
