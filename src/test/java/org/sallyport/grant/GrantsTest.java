package org.sallyport.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.TestClients;
import org.sallyport.config.GrantSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;

class GrantsTest {

  private final ClientCredentialsGrant machines =
      Injection.into(
          new ClientCredentialsGrant(),
          new ScopeCatalogue() {
            @Override
            public Scopes resolve(Client client, Optional<String> parameter) {
              return Scopes.of("read");
            }
          },
          new Audiences(TestSettings.server(TestSettings.HTTPS)));
  private final Grants grants = grants(List.of());
  private final Client machine = TestClients.with("machine", List.of("client_credentials"));

  @Test
  void aClientFindsTheGrantsThatItMayUse() {
    assertThat(grants.forClient("client_credentials", machine)).isSameAs(machines);
    assertThat(grants.types()).containsExactly("client_credentials", "refresh_token");
  }

  @Test
  void aGrantThatTheClientMayNotUseIsRefused() {
    assertThat(refusal(() -> grants.forClient("refresh_token", machine)))
        .isEqualTo(OAuthError.UNAUTHORIZED_CLIENT);
  }

  @Test
  void aGrantThatNobodyKnowsIsUnsupported() {
    for (var type : List.of("password", "CLIENT_CREDENTIALS", "implicit", " ")) {
      assertThat(refusal(() -> grants.forClient(type, machine)))
          .isEqualTo(OAuthError.UNSUPPORTED_GRANT_TYPE);
    }
  }

  @Test
  void twoGrantsOfOneTypeStopTheStart() {
    assertThatThrownBy(() -> new Grants(Beans.<Grant>of(machines, machines), GrantSettings.usual()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMachineIsItsOwnSubjectAndGetsNoRefreshToken() {
    var given = machines.redeem(Parameters.NONE, machine);

    assertThat(given.subject()).isEqualTo("machine");
    assertThat(given.scopes()).isEqualTo(Scopes.of("read"));
    assertThat(given.refreshToken()).isEmpty();
    assertThat(given.grant()).isEmpty();
  }

  @Test
  void aPublicClientHasNoCredentialsOfItsOwn() {
    assertThat(refusal(() -> machines.redeem(Parameters.NONE, TestClients.unprotected("spa"))))
        .isEqualTo(OAuthError.UNAUTHORIZED_CLIENT);
  }

  @Test
  void aGrantThatIsNotNamedIsSwitchedOff() {
    var some = grants(List.of("refresh_token", "implicit"));

    assertThat(refusal(() -> some.forClient("client_credentials", machine)))
        .isEqualTo(OAuthError.UNSUPPORTED_GRANT_TYPE);
    assertThat(some.types()).containsExactly("implicit", "refresh_token");
    assertThat(some.isFor("client_credentials", machine)).isFalse();
  }

  @Test
  void whatIsNotSafeMustBeNamed() {
    assertThat(GrantSettings.usual().isOn("password")).isFalse();
    assertThat(GrantSettings.usual().isOn("implicit")).isFalse();
    assertThat(GrantSettings.usual().isOn("urn:example:own")).isTrue();
    assertThat(new GrantSettings(List.of("device_code")).grants())
        .containsExactly("urn:ietf:params:oauth:grant-type:device_code");
  }

  @Test
  void aNameThatMeansNothingStopsTheStart() {
    assertThatThrownBy(() -> grants(List.of("pasword")).check(null))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("\"pasword\" is no grant of this server")
        .hasMessageContaining("client_credentials, implicit, refresh_token");
  }

  @Test
  void aClientWhoseListIsEmptyMayUseNone() {
    var api = TestClients.resourceServer("api");

    for (var type : grants.types()) {
      assertThat(refusal(() -> grants.forClient(type, api)))
          .isEqualTo(OAuthError.UNAUTHORIZED_CLIENT);
    }
  }

  private Grants grants(List<String> on) {
    var beans = Beans.<Grant>of(machines, new RefreshTokenGrant());
    return new Grants(beans, new GrantSettings(on));
  }

  private static OAuthError refusal(ThrowingCallable call) {
    return catchThrowableOfType(OAuthException.class, call).error();
  }
}
