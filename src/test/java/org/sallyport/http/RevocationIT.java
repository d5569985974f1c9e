package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Taking tokens back, RFC 7009. */
class RevocationIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");

  static List<App> apps() {
    return List.of(App.WEB, App.SPA);
  }

  @ParameterizedTest
  @MethodSource("apps")
  void aRevokedRefreshTokenEndsItsWholeGrant(App app) {
    var tokens = app.flow(SERVER).tokens(ALICE);
    revoke(app, tokens.getRefreshToken().getValue());
    assertThat(isActive(tokens.getRefreshToken().getValue())).isFalse();
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
  }

  @Test
  void anOlderRefreshTokenRevokesTheGrantToo() {
    var first = App.WEB.flow(SERVER).tokens(ALICE).getRefreshToken().getValue();
    var pairs = new String[] {"grant_type", "refresh_token", "refresh_token", first};
    var next = App.WEB.post(SERVER, "/token", pairs);
    revoke(App.WEB, first);
    assertThat(isActive(next.text("refresh_token"))).isFalse();
    assertThat(isActive(next.text("access_token"))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("apps")
  void aRevokedAccessTokenEndsItselfOnly(App app) {
    var tokens = app.flow(SERVER).tokens(ALICE);
    revoke(app, tokens.getAccessToken().getValue());
    assertThat(isActive(tokens.getAccessToken().getValue())).isFalse();
    assertThat(isActive(tokens.getRefreshToken().getValue())).isTrue();
    revoke(app, tokens.getAccessToken().getValue());
  }

  @Test
  void aMachinesTokenCanBeRevoked() {
    var answer = App.MACHINE.ask(SERVER, new ClientCredentialsGrant()).toSuccessResponse();
    var token = answer.getTokens().getAccessToken().getValue();
    assertThat(isActive(token)).isTrue();
    revoke(App.MACHINE, token);
    assertThat(isActive(token)).isFalse();
  }

  @Test
  void anotherClientsTokenIsRefusedAndLives() {
    var tokens = App.WEB.flow(SERVER).tokens(ALICE);
    for (var token :
        List.of(tokens.getAccessToken().getValue(), tokens.getRefreshToken().getValue())) {
      TokenErrorsIT.assertError(App.SPA.post(SERVER, "/revoke", "token", token), "invalid_grant");
      TokenErrorsIT.assertError(App.API.post(SERVER, "/revoke", "token", token), "invalid_grant");
      assertThat(isActive(token)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "a.b.c", "e30.e30.e30", "\u00e9"})
  void aTokenThatIsUnknownIsAnsweredAsRevoked(String token) {
    revoke(App.WEB, token);
    revoke(App.WEB, token.repeat(2000));
  }

  @Test
  void theHintIsOnlyAHint() {
    var tokens = App.WEB.flow(SERVER).tokens(ALICE);
    var token = tokens.getRefreshToken().getValue();
    App.WEB.post(SERVER, "/revoke", "token", token, "token_type_hint", "access_token");
    assertThat(isActive(token)).isFalse();
  }

  @Test
  void withoutATokenTheRequestIsInvalid() {
    TokenErrorsIT.assertError(App.WEB.post(SERVER, "/revoke"), "invalid_request");
  }

  private static void revoke(App app, String token) {
    assertThat(app.post(SERVER, "/revoke", "token", token).status()).isEqualTo(200);
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
