package org.sallyport.cli.remote;

/** The client that administers, RFC 6749 §2.3.1. */
record Credentials(String clientId, String secret) {

  /** Without the secret. */
  @Override
  public String toString() {
    return clientId;
  }
}
