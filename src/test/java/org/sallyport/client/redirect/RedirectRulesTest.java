package org.sallyport.client.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's own rules open, and that they open nothing else. */
class RedirectRulesTest {

  private static final RedirectRules SUBDOMAINS = new RedirectRules(true, false, false);
  private static final RedirectRules LOCALHOST = new RedirectRules(false, true, false);
  private static final RedirectRules SCHEMES = new RedirectRules(false, false, true);
  private static final String REGISTERED = "https://app.example.org/cb?a=b";

  @Test
  void S02_thePortOfLocalhostIsFreeWhereTheClientMayOnly() {
    var registered = "http://localhost/cb";
    var sent = "http://localhost:49152/cb";
    assertThat(RedirectUri.matches(registered, sent, LOCALHOST)).isTrue();
    assertThat(RedirectUri.matches(registered, sent, RedirectRules.STRICT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://app.example.org/cb?a=b",
        "https://one.app.example.org/cb?a=b",
        "https://two.one.app.example.org/cb?a=b",
        "https://xn--80ak6aa92e.app.example.org/cb?a=b"
      })
  void aHostBelowTheRegisteredOneMatchesWhereSubdomainsAreAllowed(String sent) {
    assertThat(RedirectUri.matches(REGISTERED, sent, SUBDOMAINS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evilapp.example.org/cb?a=b",
        "https://evil-app.example.org/cb?a=b",
        "https://example.org/cb?a=b",
        "https://app.example.org.evil.example/cb?a=b",
        "https://evil.example/.app.example.org/cb?a=b",
        "https://evil.example?.app.example.org/cb?a=b",
        "https://evil.example#.app.example.org/cb?a=b",
        "https://evil.example\\.app.example.org/cb?a=b",
        "https://evil.example/@one.app.example.org/cb?a=b",
        "https://user@one.app.example.org/cb?a=b",
        "https://one.app.example.org:8443/cb?a=b",
        "https://one.app.example.org./cb?a=b",
        "https://.app.example.org/cb?a=b",
        "https://one..app.example.org/cb?a=b",
        "https://-one.app.example.org/cb?a=b",
        "https://one_two.app.example.org/cb?a=b",
        "https://ONE.app.example.org/cb?a=b",
        "https://*.app.example.org/cb?a=b",
        "https://one%2eapp.example.org/cb?a=b",
        "https://one.app.example.org/cb",
        "https://one.app.example.org/cb?a=b&c=d",
        "https://one.app.example.org/cb/../x?a=b",
        "https://one.app.example.org/cb?a=b\n",
        "http://one.app.example.org/cb?a=b",
        "HTTPS://one.app.example.org/cb?a=b"
      })
  void S01_whatOnlyLooksLikeASubdomainDoesNotMatch(String sent) {
    assertThat(RedirectUri.matches(REGISTERED, sent, SUBDOMAINS)).isFalse();
  }

  @Test
  void noSubdomainMatchesWithoutTheRule() {
    var below = "https://one.app.example.org/cb?a=b";
    assertThat(RedirectUri.matches(REGISTERED, below, RedirectRules.STRICT)).isFalse();
    assertThat(RedirectUri.matches(REGISTERED, below, LOCALHOST)).isFalse();
    assertThat(RedirectUri.matches(REGISTERED, below, SCHEMES)).isFalse();
  }

  @Test
  void noHostIsBelowASingleLabelOrAnAddressOrBesideHttps() {
    assertThat(RedirectUri.matches("https://org/", "https://evil.org/", SUBDOMAINS)).isFalse();
    assertThat(RedirectUri.matches("https://10.0.0.1/", "https://1.10.0.0.1/", SUBDOMAINS))
        .isFalse();
    assertThat(RedirectUri.matches("http://a.example/", "http://b.a.example/", SUBDOMAINS))
        .isFalse();
    assertThat(RedirectUri.canHaveSubdomains("https://localhost/")).isFalse();
    assertThat(RedirectUri.canHaveSubdomains("https://192.0.2.7/")).isFalse();
    assertThat(RedirectUri.canHaveSubdomains("https://[2001:db8::1]/")).isFalse();
    assertThat(RedirectUri.canHaveSubdomains("https://example.org:8443/x")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://localhost/cb", "http://localhost:1/cb", "http://localhost:65535/cb"})
  void thePortOfLocalhostIsFreeWhereItIsAllowed(String sent) {
    assertThat(RedirectUri.matches("http://localhost/cb", sent, LOCALHOST)).isTrue();
    assertThat(RedirectUri.problem(sent, LOCALHOST)).isEmpty();
    assertThat(RedirectUri.problem(sent, RedirectRules.STRICT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:65536/cb",
        "http://localhost:/cb",
        "http://localhost:1@evil.example/cb",
        "http://localhost:1/other",
        "http://localhost.evil.example/cb",
        "http://LOCALHOST:1/cb",
        "http://127.0.0.1:1/cb",
        "https://localhost:1/cb"
      })
  void S02_nothingButThePortOfLocalhostIsFree(String sent) {
    assertThat(RedirectUri.matches("http://localhost/cb", sent, LOCALHOST)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "oc://android.owncloud.com",
        "org.example.app:/callback",
        "org.example.app://x/y?z"
      })
  void aSchemeOfItsOwnMayBeRegisteredWhereItIsAllowed(String uri) {
    assertThat(RedirectUri.problem(uri, SCHEMES)).isEmpty();
    assertThat(RedirectUri.problem(uri, RedirectRules.STRICT)).hasValue("client.redirect.scheme");
    assertThat(RedirectUri.matches(uri, uri + "/", SCHEMES)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "javascript://app.example/%0aalert(1)",
        "JavaScript://x/",
        "data:text/html,x",
        "data://x/",
        "vbscript://x/",
        "file:///etc/passwd",
        "blob://x/",
        "view-source://x/",
        "intent://x/",
        "ms-msdt:/id",
        "mailto:a@example.org",
        "http://app.example/cb",
        "http://localhost/cb",
        "org.example.app:callback",
        "org.example.app:/cb#x",
        "org.example.app:/cb?code=x",
        "org.example.app:/../cb",
        "org.example.app://user@x/cb",
        "org.example.app:",
        "Org.Example.App:/cb",
        "//x/cb"
      })
  void S04_noSchemeThatABrowserOrSystemServesIsItsOwn(String uri) {
    assertThat(RedirectUri.problem(uri, SCHEMES)).isPresent();
  }
}
