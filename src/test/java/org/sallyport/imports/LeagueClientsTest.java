package org.sallyport.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sallyport.client.ClientType;
import org.sallyport.client.ResponseProfile;
import org.sallyport.oauth.Scopes;

class LeagueClientsTest {

  private static final String HTTPS = "https://app.example.org/cb";
  private static final Scopes ALL = Scopes.of("email", "files");

  @Test
  void aClientKeepsItsIdSecretAndLists() {
    var plan =
        plan(
            "secret",
            "$2y$10$abc",
            "redirect_uris",
            HTTPS + " https://other.example.org/cb",
            "grants",
            "authorization_code refresh_token",
            "scopes",
            "email");
    var client = plan.client();

    assertThat(client.id()).isEqualTo("0123456789abcdef0123456789abcdef");
    assertThat(plan.secret()).hasValue("$2y$10$abc");
    assertThat(client.redirectUris()).containsExactly(HTTPS, "https://other.example.org/cb");
    assertThat(client.grantTypes()).containsExactly("authorization_code", "refresh_token");
    assertThat(client.scopes()).isEqualTo(Scopes.of("email"));
    assertThat(client.type()).isEqualTo(ClientType.WEB);
    assertThat(client.tokenFormat()).isEqualTo("jwt");
    assertThat(client.options().profile()).isEqualTo(ResponseProfile.LEAGUE);
    assertThat(client.options().optionalPkce()).isTrue();
    assertThat(plan.state()).isEqualTo(ClientPlan.State.ACTIVE);
  }

  @Test
  void emptyListsMeantAllAndBecomeWhatIsSaid() {
    var plan = plan("secret", "s".repeat(40), "redirect_uris", HTTPS);

    assertThat(plan.client().grantTypes())
        .containsExactly("authorization_code", "refresh_token", "client_credentials");
    assertThat(plan.client().scopes()).isEqualTo(ALL);
    assertThat(plan.notes())
        .anyMatch(note -> note.startsWith("It named no grants, which meant all"))
        .anyMatch(
            note -> note.equals("It named no scopes, which meant all; here it has email files."));
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.org/cb, authorization_code, SPA",
    "org.example.app:/cb, authorization_code, NATIVE",
    "'', device_code refresh_token, DEVICE"
  })
  void aClientWithoutASecretIsPublicAndMustUsePkce(String uris, String grants, ClientType type) {
    var plan = plan("redirect_uris", uris, "grants", grants);

    assertThat(plan.client().type()).isEqualTo(type);
    assertThat(plan.client().options().optionalPkce()).isFalse();
  }

  @Test
  void grantsThatCannotBeAreLeftOutAndSaid() {
    var plan = plan("grants", "authorization_code client_credentials device_code magic");

    assertThat(plan.client().grantTypes())
        .containsExactly("urn:ietf:params:oauth:grant-type:device_code");
    assertThat(plan.notes())
        .anyMatch(note -> note.startsWith("The grant authorization_code is left out"))
        .anyMatch(note -> note.startsWith("The grant client_credentials is left out"))
        .anyMatch(note -> note.startsWith("The grant magic is left out"));
  }

  @Test
  void noClientGetsTheScopesOfAdministrators() {
    var plan = plan("redirect_uris", HTTPS, "scopes", "email sallyport:admin a\"b");

    assertThat(plan.client().scopes()).isEqualTo(Scopes.of("email"));
    assertThat(plan.notes()).anyMatch(note -> note.startsWith("Scopes are left out"));
  }

  @Test
  void whatWasSwitchedOffOrPlainOrCannotMoveIsSaid() {
    var plan =
        plan(
            "redirect_uris",
            HTTPS,
            "active",
            false,
            "allow_plain_text_pkce",
            true,
            "refresh_tokens",
            12);

    assertThat(plan.state()).isEqualTo(ClientPlan.State.INACTIVE);
    assertThat(plan.client().options().plainPkce()).isTrue();
    assertThat(plan.notes())
        .anyMatch(note -> note.startsWith("Log in once more: its 12 living refresh tokens"))
        .anyMatch(note -> note.startsWith("It was switched off"))
        .anyMatch(note -> note.startsWith("PKCE may be plain"));
  }

  private static ClientPlan plan(Object... members) {
    var row =
        new HashMap<>(Map.of("identifier", "0123456789abcdef0123456789abcdef", "name", "An app"));
    for (var i = 0; i < members.length; i += 2) {
      row.put((String) members[i], members[i + 1].toString());
    }
    return LeagueClients.plan("clients.0", row, ALL);
  }
}
