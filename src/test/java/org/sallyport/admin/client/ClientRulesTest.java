package org.sallyport.admin.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientPolicies;
import org.sallyport.client.ClientPolicy;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.ResponseProfile;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.redirect.RedirectRules;
import org.sallyport.config.GrantSettings;
import org.sallyport.grant.Grant;
import org.sallyport.grant.Grants;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.web.page.Failure;

class ClientRulesTest {

  private static final String CALLBACK = "https://app.example/callback";

  private Scopes known = Scopes.of("read", "write");
  private final ScopeCatalogue catalogue =
      new ScopeCatalogue() {
        @Override
        public Scopes names() {
          return known;
        }
      };
  private final Grants grants =
      new Grants(Beans.<Grant>of(), GrantSettings.usual()) {
        @Override
        public List<String> known() {
          return List.of(
              "authorization_code",
              "client_credentials",
              "refresh_token",
              Grants.IMPLICIT,
              ClientRules.DEVICE);
        }
      };
  private final ClientPolicy policy =
      new ClientPolicy() {
        @Override
        public Optional<String> refusal(NewClient wanted) {
          return Optional.of("not on a Friday").filter(words -> wanted.name().equals("friday"));
        }
      };
  private final ClientRules rules =
      Injection.into(new ClientRules(), catalogue, grants, new ClientPolicies(Beans.of(policy)));

  @Test
  void eachTypeMayBeRegisteredAsItBegins() {
    for (var type : ClientType.values()) {
      var client = client(type, type.grantTypes(), type.isForPeople() ? CALLBACK : null);
      assertThat(rules.failures(type == ClientType.API ? client.asResourceServer() : client))
          .isEmpty();
    }
  }

  @Test
  void anExtensionHasAWordToSay() {
    var friday =
        NewClient.of(
            "id",
            "friday",
            ClientType.MACHINE,
            List.of("client_credentials"),
            List.of(),
            Scopes.NONE);

    assertThat(rules.failures(friday)).containsExactly(new Failure("name", "not on a Friday"));
  }

  @Test
  void peopleMustBeSentBack() {
    assertThat(fields(client(ClientType.WEB, ClientType.WEB.grantTypes(), null)))
        .containsExactly("redirect_uris");
  }

  @Test
  void aPublicClientNeitherActsForItselfNorLooksAtTokens() {
    var wanted = client(ClientType.SPA, List.of("client_credentials"), null);

    assertThat(fields(wanted.asResourceServer())).containsExactly("grant_types", "may_introspect");
  }

  @Test
  void aClientWithoutAnyGrantIsAServiceThatLooksAtTokens() {
    var wanted = client(ClientType.API, List.of(), null);

    assertThat(fields(wanted)).containsExactly("grant_types");
    assertThat(fields(wanted.asResourceServer())).isEmpty();
  }

  @Test
  void whatIsAtFaultIsNamedAndCutWhereItIsLong() {
    var wrong = "http://" + "x".repeat(500);
    var failures = rules.failures(client(ClientType.WEB, ClientType.WEB.grantTypes(), wrong));

    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).text()).startsWith("http://xxx").contains("x…").hasSizeLessThan(300);
  }

  @Test
  void scopesFillTheirColumnAtMost() {
    known = Scopes.of(IntStream.range(1000, 1800).mapToObj(i -> "s" + i).toList());
    var wanted = client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK, known);

    assertThat(fields(wanted)).containsExactly("scopes");
    var some = Scopes.of(known.names().stream().limit(666).toList());
    assertThat(some.toString()).hasSizeLessThan(4000);
    assertThat(fields(client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK, some)))
        .isEmpty();
  }

  @Test
  void originsAreSchemeAndHostOnly() {
    var wanted = client(ClientType.SPA, ClientType.SPA.grantTypes(), CALLBACK);

    assertThat(rules.failures(wanted.withOrigins(List.of("https://app.example")))).isEmpty();
    for (var origin : List.of("https://app.example/", "http://app.example", "*", "null")) {
      assertThat(fields(wanted.withOrigins(List.of(origin)))).containsExactly("origins");
    }
  }

  @Test
  void aClientThatAsksNobodyOrGetsTokensAtOnceIsAnsweredOnItsOwnHostsOnly() {
    var web = client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK);
    var script = client(ClientType.WEB, List.of(Grants.IMPLICIT), CALLBACK);

    assertThat(fields(web.withOptions(options("allow_subdomains")))).isEmpty();
    assertThat(fields(web.withOptions(options("trusted")))).isEmpty();
    assertThat(fields(web.withOptions(options("allow_subdomains", "trusted"))))
        .containsExactly("allow_subdomains");
    assertThat(fields(script.withOptions(options()))).isEmpty();
    assertThat(fields(script.withOptions(options("allow_subdomains"))))
        .containsExactly("allow_subdomains");
  }

  @Test
  void onlyAClientWithASecretThatIsAnsweredOnServersMayLeaveOutPkce() {
    var without = options("optional_pkce");
    var web = client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK);
    var spa = client(ClientType.SPA, ClientType.SPA.grantTypes(), CALLBACK);
    var local = client(ClientType.WEB, ClientType.WEB.grantTypes(), "http://127.0.0.1/cb");

    assertThat(fields(web.withOptions(without))).isEmpty();
    assertThat(fields(spa.withOptions(without))).containsExactly("optional_pkce");
    assertThat(fields(local.withOptions(without))).containsExactly("optional_pkce");
  }

  @Test
  void onlyKindsForPeopleBecomeEachOther() {
    for (var before : ClientType.values()) {
      for (var after : ClientType.values()) {
        var failures = rules.failures(client(before, before.grantTypes(), CALLBACK), usual(after));
        var mayBecome = before == after || (before.isForPeople() && after.isForPeople());

        assertThat(failures)
            .extracting(Failure::field)
            .isEqualTo(mayBecome ? List.of() : List.of("type"));
      }
    }
  }

  private static NewClient usual(ClientType type) {
    var client = client(type, type.grantTypes(), CALLBACK);
    return type == ClientType.API ? client.asResourceServer() : client;
  }

  @Test
  void whatNeedsASecretStandsInTheWayOfAPublicKind() {
    var web = client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK);
    var acting = List.of("authorization_code", "client_credentials");
    var wanted = client(ClientType.NATIVE, acting, CALLBACK).withOptions(options("optional_pkce"));

    assertThat(rules.failures(web, wanted.asResourceServer()))
        .extracting(Failure::field)
        .containsExactly("grant_types", "may_introspect", "optional_pkce");
  }

  private static ClientOptions options(String... chosen) {
    var all = List.of(chosen);
    return new ClientOptions(
        new RedirectRules(all.contains("allow_subdomains"), false, false),
        false,
        all.contains("optional_pkce"),
        all.contains("trusted"),
        ResponseProfile.NONE,
        ClientLifetimes.DEFAULT);
  }

  @Test
  void aWordOfTheShellHoldsWhatAUriMay() {
    assertThat(ClientGuide.quoted("redirect_uri=https://a/'$(x)"))
        .isEqualTo("'redirect_uri=https://a/'\\''$(x)'");
  }

  @Test
  void theSecretIsInTheCommandsOfAConfidentialClientOnly() {
    var web = client(ClientType.WEB, ClientType.WEB.grantTypes(), CALLBACK);
    var made = new ClientAdministration.Made(web, Optional.of("s3cret"));
    var open = new ClientAdministration.Made(web, Optional.empty());

    assertThat(redeem(made)).contains("-u id:s3cret", "--data-urlencode 'redirect_uri=" + CALLBACK);
    assertThat(redeem(open)).contains("-d client_id=id").doesNotContain("-u ");
  }

  private static String redeem(ClientAdministration.Made made) {
    return new ClientGuide(made, "https://id.example").getCommands().get(1).value();
  }

  private List<String> fields(NewClient wanted) {
    return rules.failures(wanted).stream().map(Failure::field).toList();
  }

  private static NewClient client(ClientType type, List<String> grants, String redirectUri) {
    return client(type, grants, redirectUri, Scopes.of("read"));
  }

  private static NewClient client(
      ClientType type, List<String> grants, String redirectUri, Scopes scopes) {
    var uris = Optional.ofNullable(redirectUri).stream().toList();
    return NewClient.of("id", "Name", type, grants, uris, scopes);
  }
}
