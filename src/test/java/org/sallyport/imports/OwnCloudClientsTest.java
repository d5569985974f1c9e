package org.sallyport.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.client.ClientType;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.oauth.Scopes;

class OwnCloudClientsTest {

  private static final String ID = "i".repeat(64);
  private static final String SECRET = "s".repeat(64);
  private static final String HTTPS = "https://files.example.org/cb";

  @Test
  void aClientKeepsItsIdAndSecretAndTheFormOfItsAnswers() {
    var plan = plan("redirect_uri", HTTPS);
    var client = plan.client();

    assertThat(client.id()).isEqualTo(ID);
    assertThat(plan.secret()).hasValue(SECRET);
    assertThat(client.type()).isEqualTo(ClientType.WEB);
    assertThat(client.grantTypes()).containsExactly("authorization_code", "refresh_token");
    assertThat(client.redirectUris()).containsExactly(HTTPS);
    assertThat(client.scopes()).isEqualTo(Scopes.of("read"));
    assertThat(client.tokenFormat()).isEqualTo("opaque");
    assertThat(client.options().profile()).isEqualTo(ResponseProfile.OWNCLOUD);
    assertThat(client.options().redirects()).isEqualTo(RedirectRules.STRICT);
    assertThat(plan.toString()).doesNotContain(SECRET);
  }

  @Test
  void S07_pkceMayBeLeftOutOnlyWhereTheAnswerGoesToServers() {
    assertThat(plan("redirect_uri", HTTPS).client().options().optionalPkce()).isTrue();
    for (var uri :
        List.of("http://localhost:*", "oc://android.owncloud.com", "http://127.0.0.1/")) {
      var plan = plan("redirect_uri", uri);
      assertThat(plan.client().options().optionalPkce()).as(uri).isFalse();
      assertThat(plan.client().options().plainPkce()).as(uri).isFalse();
      assertThat(plan.notes()).anyMatch(note -> note.startsWith("It must use PKCE"));
    }
    assertThat(plan("redirect_uri", HTTPS, "public", true).client().options().optionalPkce())
        .isFalse();
  }

  @Test
  void anyPortOfLocalhostBecomesAnOption() {
    var plan = plan("redirect_uri", "http://localhost:*");

    assertThat(plan.client().redirectUris())
        .containsExactly("http://localhost", "http://127.0.0.1");
    assertThat(plan.client().options().redirects())
        .isEqualTo(new RedirectRules(false, true, false));
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("http://localhost:*: any port"));
  }

  @Test
  void aSchemeOfItsOwnBecomesAnOption() {
    var plan = plan("redirect_uri", "oc://ios.owncloud.com");

    assertThat(plan.client().redirectUris()).containsExactly("oc://ios.owncloud.com");
    assertThat(plan.client().options().redirects())
        .isEqualTo(new RedirectRules(false, false, true));
  }

  @ParameterizedTest
  @CsvSource({
    "https://*.example.org/cb, stands for many",
    "http://files.example.org/cb, It must begin with https",
    "https://user@files.example.org/, left out",
    "javascript://x/, left out"
  })
  void whatCannotBeRegisteredIsLeftOutAndSaid(String uri, String note) {
    var plan = plan("redirect_uri", uri);

    assertThat(plan.client().redirectUris()).isEmpty();
    assertThat(plan.notes()).anyMatch(said -> said.startsWith(uri) && said.contains(note));
  }

  @Test
  void subdomainsStayAndAreSaid() {
    var plan = plan("redirect_uri", HTTPS, "allow_subdomains", true);
    assertThat(plan.client().options().redirects().subdomains()).isTrue();
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("Hosts below"));

    var single = plan("redirect_uri", "https://intranet/cb", "allow_subdomains", true);
    assertThat(single.client().options().redirects().subdomains()).isFalse();
    assertThat(single.notes()).anyMatch(note -> note.startsWith("Its subdomains are not"));
  }

  @Test
  void trustStaysOnlyWhereOurRulesAllowIt() {
    assertThat(plan("redirect_uri", HTTPS, "trusted", true).client().options().trusted()).isTrue();
    assertRefusedTrust(plan("redirect_uri", "http://localhost:*", "trusted", true));
    assertRefusedTrust(plan("redirect_uri", HTTPS, "trusted", true, "allow_subdomains", true));
  }

  private static void assertRefusedTrust(ClientPlan plan) {
    assertThat(plan.client().options().trusted()).isFalse();
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("People are asked"));
  }

  @Test
  void aClientThatHidesNoSecretBecomesPublicWhereThatIsSaid() {
    var web = plan("redirect_uri", HTTPS, "public", true);
    assertThat(web.client().type()).isEqualTo(ClientType.SPA);
    assertThat(web.client().origins()).containsExactly("https://files.example.org");
    assertThat(web.secret()).isEmpty();
    assertThat(plan("redirect_uri", "oc://x.example", "public", true).client().type())
        .isEqualTo(ClientType.NATIVE);
  }

  @Test
  void aColumnThatIsUnknownOrMissingIsSaid() {
    assertThatThrownBy(() -> plan("redirect_uri", HTTPS, "trustd", true))
        .isInstanceOfSatisfying(
            MalformedBatchException.class, e -> assertThat(e.field()).isEqualTo("clients.0"));
    assertThatThrownBy(() -> plan("redirect_uri", HTTPS, "trusted", "yes"))
        .isInstanceOf(MalformedBatchException.class);
    assertThatThrownBy(() -> OwnCloudClients.plan("clients.0", Map.of(), Scopes.NONE))
        .isInstanceOf(MalformedBatchException.class);
  }

  private static ClientPlan plan(Object... members) {
    var row = new HashMap<>(Map.of("id", "7", "identifier", ID, "secret", SECRET, "name", "Files"));
    for (var i = 0; i < members.length; i += 2) {
      row.put((String) members[i], members[i + 1].toString());
    }
    return OwnCloudClients.plan("clients.0", row, Scopes.of("read"));
  }
}
