package org.sallyport.login;

/** Where a flow goes on after a page of ours. */
public final class FlowAddress {

  public static final String AUTHORIZE = "/authorize";

  private FlowAddress() {}

  /** The path with its sealed flow; base64url needs no further encoding. */
  public static String of(Flow flow, String tx) {
    return flow.path().equals(AUTHORIZE) ? AUTHORIZE + "?tx=" + tx : flow.path();
  }
}
