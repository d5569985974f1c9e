package org.sallyport.login;

import org.sallyport.web.Problem;

/** A flow that can't be opened: altered, of another browser, or of one that lost its cookies. */
public final class ExpiredFlow {

  public static final Problem PROBLEM = new Problem(400, "error.expired", null);

  private ExpiredFlow() {}
}
