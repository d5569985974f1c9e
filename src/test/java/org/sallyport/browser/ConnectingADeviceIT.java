package org.sallyport.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Browser;
import org.sallyport.testing.Server;

/** A person connects a tool by the code that it shows, without JavaScript. */
class ConnectingADeviceIT {

  @Test
  void aPersonTypesTheCodeSeesTheDeviceAndAllowsIt() {
    try (var alice = new Visitor(Browser.javaScriptOff(), Server.shared())) {
      var terminal = Terminal.asking();
      alice.open("/device");
      alice.signIn("alice");
      alice.awaitTitle("Connect a device · Sallyport");
      alice.type("user_code", "no code");
      alice.press("#look");
      assertThat(alice.title()).isEqualTo("Error: Connect a device · Sallyport");
      assertThat(alice.text("[role=alert]")).contains("This code is not valid");
      assertThat(alice.find("#user_code").getAttribute("value")).isEqualTo("no code");
      alice.type("user_code", terminal.code().toLowerCase(Locale.ROOT));
      alice.press("#look");
      alice.awaitTitle("Connect this device? · Sallyport");
      assertThat(alice.text("main")).contains(terminal.code(), "Example Tools", "Change your data");
      assertThat(alice.find("#allow").getSize()).isEqualTo(alice.find("#deny").getSize());
      assertThat(terminal.ask().indicatesSuccess()).isFalse();
      alice.press("#allow");
      assertThat(alice.heading()).isEqualTo("Your device is connected");
      assertThat(terminal.ask().indicatesSuccess()).isTrue();
    }
  }
}
