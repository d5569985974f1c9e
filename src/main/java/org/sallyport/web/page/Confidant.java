package org.sallyport.web.page;

import jakarta.servlet.http.HttpServletRequest;

/** Knows people who may see on an error page what went wrong, in production too. */
public interface Confidant {

  /** Whether such a person sends this request. */
  boolean trusts(HttpServletRequest request);
}
