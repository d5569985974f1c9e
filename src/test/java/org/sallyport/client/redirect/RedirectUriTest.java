package org.sallyport.client.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUriTest {

  private static final String REGISTERED = "https://app.example/callback";

  @Test
  void theSameStringMatches() {
    assertThat(RedirectUri.matches(REGISTERED, REGISTERED, RedirectRules.STRICT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://app.example/callback/",
        "https://app.example/callbac",
        "https://app.example/callback2",
        "https://app.example/callback?a=b",
        "https://app.example/callback?",
        "https://app.example/callback#",
        "https://app.example/Callback",
        "https://APP.example/callback",
        "HTTPS://app.example/callback",
        "http://app.example/callback",
        "https://app.example:443/callback",
        "https://app.example./callback",
        "https://app.example//callback",
        "https://app.example/./callback",
        "https://app.example/x/../callback",
        "https://app.example/x/..;/callback",
        "https://app.example/callback;x",
        "https://app.example/%63allback",
        "https://app.example/callback%00",
        "https://app.example/callback%0d%0aX:y",
        "https://app.example/callback\r\n",
        " https://app.example/callback",
        "https://app.example/callback ",
        "https://app.example/callback\u0000",
        "https://user@app.example/callback",
        "https://evil.example@app.example/callback",
        "https://app.example@evil.example/callback",
        "https://a@b@app.example/callback",
        "https://app.example\\@evil.example/callback",
        "https://app.example%2f@evil.example/callback",
        "https://app.example.evil.example/callback",
        "https://evil-app.example/callback",
        "https://sub.app.example/callback",
        "https://evil.example/https://app.example/callback",
        "https://evil.example/?https://app.example/callback",
        "https://evil.example#https://app.example/callback",
        "//app.example/callback",
        "/callback",
        "javascript:alert(1)//https://app.example/callback",
        "data:text/html,https://app.example/callback",
        "https:app.example/callback",
        "https:/app.example/callback",
        "https:\\\\app.example\\callback",
        "https://аpp.example/callback",
        "https://app。example/callback",
        "https://*.example/callback",
        ".*"
      })
  void S01_anythingButTheSameStringIsRefused(String sent) {
    assertThat(RedirectUri.matches(REGISTERED, sent, RedirectRules.STRICT)).isFalse();
  }

  @Test
  void S01_aRegisteredPatternIsNoPattern() {
    assertThat(
            RedirectUri.matches(
                "https://app.example/.*", "https://app.example/x", RedirectRules.STRICT))
        .isFalse();
    assertThat(
            RedirectUri.matches(
                "https://*.example/", "https://evil.example/", RedirectRules.STRICT))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/cb, http://127.0.0.1:51004/cb",
    "http://127.0.0.1:9090/cb, http://127.0.0.1:1/cb",
    "http://127.0.0.1:9090/cb, http://127.0.0.1/cb",
    "http://[::1]/cb, http://[::1]:65535/cb",
    "http://127.0.0.1:9090, http://127.0.0.1:9091",
    "http://127.0.0.1/cb?a=b, http://127.0.0.1:5/cb?a=b"
  })
  void S02_thePortOfALoopbackAddressIsFree(String registered, String sent) {
    assertThat(RedirectUri.matches(registered, sent, RedirectRules.STRICT)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:51004/cb",
        "http://127.0.0.1:51004/cb2",
        "http://127.0.0.1:51004/",
        "http://127.0.0.1:51004",
        "http://127.0.0.1:51004/cb?x=1",
        "http://127.0.0.1:51004/cb#x",
        "http://127.0.0.1:/cb",
        "http://127.0.0.1:65536/cb",
        "http://127.0.0.1:99999/cb",
        "http://127.0.0.1:-1/cb",
        "http://127.0.0.1:1@evil.example/cb",
        "http://127.0.0.1:51004@evil.example/cb",
        "http://evil.example:1/cb",
        "http://127.0.0.1.evil.example:1/cb",
        "http://127.0.0.1.nip.io/cb",
        "http://127.0.0.2:1/cb",
        "http://127.1:1/cb",
        "http://2130706433:1/cb",
        "http://0x7f000001:1/cb",
        "http://0177.0.0.1:1/cb",
        "http://0.0.0.0:1/cb",
        "http://[::1]:1/cb",
        "http://[::ffff:127.0.0.1]:1/cb",
        "http://[0:0:0:0:0:0:0:1]:1/cb",
        "http://localhost:1/cb",
        "http://127.0.0.1:١/cb",
        "HTTP://127.0.0.1:1/cb",
        "http://127.0.0.1:1\\@evil.example/cb",
        "http://127.0.0.1:1/x/../cb"
      })
  void S02_nothingButThePortIsFree(String sent) {
    assertThat(RedirectUri.matches("http://127.0.0.1:9090/cb", sent, RedirectRules.STRICT))
        .isFalse();
  }

  @Test
  void S02_localhostIsNoLiteralAddress() {
    assertThat(
            RedirectUri.matches(
                "http://localhost:1/cb", "http://localhost:2/cb", RedirectRules.STRICT))
        .isFalse();
    assertThat(
            RedirectUri.matches(
                "https://127.0.0.1:1/cb", "https://127.0.0.1:2/cb", RedirectRules.STRICT))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example/callback",
        "https://app.example",
        "https://app.example/",
        "https://app.example:8443/a/b.c/..d?x=y&z=%20",
        "https://app.example/cb?state_of_mind=1",
        "https://xn--bcher-kva.example/cb",
        "https://192.0.2.1/cb",
        "https://[2001:db8::1]/cb",
        "http://127.0.0.1:9090/callback",
        "http://127.0.0.1/",
        "http://[::1]:1/cb",
        "HTTPS://app.example/cb"
      })
  void honestUrisCanBeRegistered(String uri) {
    assertThat(RedirectUri.problem(uri, RedirectRules.STRICT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://app.example/\\evil | characters",
        "https://app.example\\@evil.example/ | characters",
        "https://app.example/a;b | characters",
        "https://app.example/..;/b | characters",
        "https://app.example/a b | characters",
        "https://app.example/\u0007b | characters",
        "https://app.example/ä | characters",
        "https://bücher.example/ | characters",
        "https://app.example/<script> | characters",
        "https://app.example/\"x | characters",
        "https://app.example/{x} | characters",
        "https://app.example/^x | characters",
        "https://app.example/`x | characters",
        "https://app.example/a%zz | syntax",
        "https://app.example:99x/ | syntax",
        "https://a@b@app.example/ | syntax",
        "https:// | syntax",
        "https:///cb | host",
        "https:app.example/cb | host",
        "https://user@app.example/ | host",
        "https://user:secret@app.example/ | host",
        "https://@app.example/ | host",
        "https://app.example/# | fragment",
        "https://app.example/#x | fragment",
        "https://app.example/a/../b | path",
        "https://app.example/a/./b | path",
        "https://app.example/a/.. | path",
        "https://app.example/%2e%2E/b | path",
        "https://app.example/.%2e | path",
        "https://app.example/*/b | path",
        "https://app.example/cb?x=* | path",
        "http://app.example/ | scheme",
        "http://localhost:8080/cb | scheme",
        "http://127.0.0.1.evil.example/ | scheme",
        "http://127.0.0.1:99999999/ | scheme",
        "http://user@127.0.0.1/ | scheme",
        "/callback | scheme",
        "//app.example/cb | scheme",
        "app.example | scheme"
      })
  void S01_whatParsersReadDifferentlyCannotBeRegistered(String uri, String problem) {
    assertThat(RedirectUri.problem(uri, RedirectRules.STRICT))
        .hasValue("client.redirect." + problem);
  }

  @Test
  void S01_aWildcardHostCannotBeRegistered() {
    assertThat(RedirectUri.problem("https://*.example/cb", RedirectRules.STRICT)).isPresent();
    assertThat(RedirectUri.problem("https://*/cb", RedirectRules.STRICT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "jAvAsCrIpT://app.example/%0aalert(1)",
        "data:text/html,x",
        "DATA:text/html;base64,eA==",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://app.example/x",
        "about:blank",
        "ftp://app.example/",
        "ws://app.example/",
        "view-source:https://app.example/",
        "com.example.app:/cb",
        "intent://x/#Intent;scheme=http;end",
        "urn:ietf:wg:oauth:2.0:oob",
        ""
      })
  void S04_onlyHttpsAndLoopbackCanBeRegistered(String uri) {
    assertThat(RedirectUri.problem(uri, RedirectRules.STRICT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"code", "state", "iss", "error", "error_description", "id_token", "access_token"})
  void S03_aQueryMustNotCarryTheAnswersParameters(String name) {
    assertThat(RedirectUri.problem("https://app.example/?" + name + "=x", RedirectRules.STRICT))
        .hasValue("client.redirect.parameters");
    assertThat(RedirectUri.problem("https://app.example/?a=b&" + name, RedirectRules.STRICT))
        .hasValue("client.redirect.parameters");
    assertThat(RedirectUri.problem("http://127.0.0.1/?%" + hex(name) + "=x", RedirectRules.STRICT))
        .hasValue("client.redirect.parameters");
  }

  private static String hex(String name) {
    return Integer.toHexString(name.charAt(0)) + name.substring(1);
  }

  @Test
  void S03_aQueryThatCannotBeReadIsRefused() {
    assertThat(RedirectUri.problem("https://app.example/?a=%ff", RedirectRules.STRICT))
        .hasValue("client.redirect.parameters");
  }

  @Test
  void aUriHas1024CharactersAtMost() {
    var longest = "https://app.example/" + "a".repeat(1004);

    assertThat(RedirectUri.problem(longest, RedirectRules.STRICT)).isEmpty();
    assertThat(RedirectUri.problem(longest + "a", RedirectRules.STRICT))
        .hasValue("client.redirect.characters");
  }
}
