package org.sallyport.web;

import jakarta.servlet.ServletRequest;
import org.sallyport.oauth.Randomness;

/** The name of a request, shown on error pages and found in the log. */
public final class TraceId {

  private static final String ATTRIBUTE = TraceId.class.getName();

  private TraceId() {}

  public static String of(ServletRequest request) {
    var known = (String) request.getAttribute(ATTRIBUTE);
    if (known == null) {
      known = Randomness.name();
      request.setAttribute(ATTRIBUTE, known);
    }
    return known;
  }
}
