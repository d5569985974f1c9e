package org.sallyport.login;

import org.sallyport.key.EncryptionKeys;
import org.sallyport.key.Sealer;
import org.sallyport.testing.TestSettings;
import org.sallyport.web.Browsers;
import org.sallyport.web.Cookies;

/** Flows sealed under a key of a test's own. */
public final class TestFlows {

  private TestFlows() {}

  /** Flows of a server on loopback. */
  public static Flows make() {
    var server = TestSettings.server(TestSettings.LOOPBACK);
    var keys = TestSettings.keys("an encryption key of 32 bytes or more", "RS256");
    return new Flows(
        new Sealer(new EncryptionKeys(keys, server)), new Browsers(new Cookies(server)));
  }
}
