package org.sallyport.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sallyport.testing.TestSettings.LOOPBACK;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.key.Purpose;
import org.sallyport.key.Sealer;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.TestSettings;
import org.sallyport.web.Browsers;
import org.sallyport.web.Cookies;

class FlowsTest {

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final String KEY = "an encryption key of 32 bytes or more";

  private final Sealer sealer =
      new Sealer(
          new EncryptionKeys(TestSettings.keys(KEY, "RS256"), TestSettings.server(LOOPBACK)));
  private final Flows flows =
      new Flows(sealer, new Browsers(new Cookies(TestSettings.server(LOOPBACK))));
  private final FakeResponse response = new FakeResponse();
  private final HttpServletRequest browser = browser(Randomness.secret());
  private final Flow flow = Flow.of("/authorize", FormDecoder.parse("client_id=app"), NOW);

  @Test
  void aFlowComesBackToItsBrowser() {
    var tx = flows.seal(flow, browser, response.build());

    assertThat(tx).matches("[A-Za-z0-9_-]+");
    assertThat(flows.open(tx, browser)).get().returns(flow.id(), Flow::id);
  }

  @Test
  void S10_aFlowOfAnotherBrowserDoesNotOpen() {
    var tx = flows.seal(flow, browser, response.build());

    assertThat(flows.open(tx, browser(Randomness.secret()))).isEmpty();
    assertThat(flows.open(tx, FakeRequest.to("/").build())).isEmpty();
  }

  @Test
  void S11_aFlowWithAnyByteChangedDoesNotOpen() {
    var sealed = Base64.getUrlDecoder().decode(flows.seal(flow, browser, response.build()));
    for (var i = 0; i < sealed.length; i++) {
      sealed[i] ^= 1;
      assertThat(flows.open(encode(sealed), browser)).as("byte %d", i).isEmpty();
      sealed[i] ^= 1;
    }
    assertThat(flows.open(encode(sealed), browser)).isPresent();
  }

  @Test
  void S11_whatWasSealedForAnotherPurposeDoesNotOpen() {
    var secret = Randomness.secret();
    var tx = flows.seal(flow, browser(secret), response.build());
    var place = "tx." + org.sallyport.oauth.Digest.of(secret).value();
    var plain = sealer.open(Purpose.FLOW, Base64.getUrlDecoder().decode(tx), place).orElseThrow();

    assertThat(flows.open(encode(sealer.seal(Purpose.SEAL, plain, place)), browser(secret)))
        .isEmpty();
    assertThat(flows.open(encode(sealer.seal(Purpose.FLOW, plain, place)), browser(secret)))
        .isPresent();
  }

  @Test
  void whatIsNoFlowDoesNotOpen() {
    for (var text : new String[] {null, "", "!", "AAAA", "A".repeat(4097), "a b", "%00"}) {
      assertThat(flows.open(text, browser)).isEmpty();
    }
  }

  @Test
  void aRequestTooLongToCarryIsRefused() {
    var big = Flow.of("/authorize", FormDecoder.parse("state=" + "x".repeat(4000)), NOW);

    assertThatThrownBy(() -> flows.seal(big, browser, response.build()))
        .isInstanceOf(OAuthException.class);
  }

  @Test
  void S10_aFormIsGenuineForItsPageFlowAndBrowserOnly() {
    var token = flows.csrf("/login", flow, browser);
    var another = Flow.of("/authorize", FormDecoder.parse("client_id=app"), NOW);

    assertThat(flows.isGenuine("/login", flow, token, browser)).isTrue();
    assertThat(flows.isGenuine("/consent", flow, token, browser)).isFalse();
    assertThat(flows.isGenuine("/login", another, token, browser)).isFalse();
    assertThat(flows.isGenuine("/login", flow, token, browser(Randomness.secret()))).isFalse();
    assertThat(flows.isGenuine("/login", flow, token, FakeRequest.to("/").build())).isFalse();
    assertThat(flows.isGenuine("/login", flow, null, browser)).isFalse();
    assertThat(flows.isGenuine("/login", flow, "", browser)).isFalse();
  }

  private static HttpServletRequest browser(String secret) {
    return FakeRequest.to("/login").cookie("sallyport_browser", secret).build();
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
