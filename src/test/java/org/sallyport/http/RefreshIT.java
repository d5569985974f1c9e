package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** S09: refresh tokens rotate, and one that is used again ends its grant, RFC 9700 §4.14.2. */
class RefreshIT {

  private static final Server SERVER = Server.shared();
  private static final Person ALICE = Person.of(SERVER, "alice");

  static List<App> apps() {
    return List.of(App.WEB, App.SPA);
  }

  @ParameterizedTest
  @MethodSource("apps")
  void aRefreshGivesAnotherAccessTokenAndTheNextRefreshToken(App app) {
    var tokens = app.flow(SERVER).tokens(ALICE);
    var next =
        app.ask(SERVER, new RefreshTokenGrant(tokens.getRefreshToken()))
            .toSuccessResponse()
            .getTokens();
    assertThat(next.getRefreshToken()).isNotEqualTo(tokens.getRefreshToken());
    assertThat(next.getAccessToken()).isNotEqualTo(tokens.getAccessToken());
    assertThat(next.getRefreshToken().getValue()).matches("[0-9A-Za-z]{64}");
  }

  @Test
  void S09_aLostAnswerIsRepeatedWithTheSameSuccessor() {
    var first = token(App.WEB);
    var second = refresh(App.WEB, first).text("refresh_token");
    assertThat(refresh(App.WEB, first).text("refresh_token")).isEqualTo(second);
    assertThat(refresh(App.WEB, first).text("refresh_token")).isEqualTo(second);
    assertThat(refresh(App.WEB, second).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("apps")
  void S09_anOlderTokenEndsTheGrantWithAllItsTokens(App app) {
    var first = token(app);
    var second = refresh(app, first).text("refresh_token");
    var newest = refresh(app, second);
    TokenErrorsIT.assertError(refresh(app, first), "invalid_grant");
    TokenErrorsIT.assertError(refresh(app, newest.text("refresh_token")), "invalid_grant");
    assertThat(isActive(newest.text("access_token"))).isFalse();
  }

  @Test
  void S09_anotherClientsTokenIsRefusedAndItsGrantLives() {
    var token = token(App.WEB);
    TokenErrorsIT.assertError(refresh(App.SPA, token), "invalid_grant");
    assertThat(refresh(App.WEB, token).status()).isEqualTo(200);
  }

  @Test
  void S25_aTokenWithAnyCharacterChangedIsRefusedAndItsGrantLives() {
    var token = token(App.WEB);
    for (var i = 0; i < token.length(); i++) {
      var forged = changed(token, i);
      TokenErrorsIT.assertError(refresh(App.WEB, forged), "invalid_grant");
      assertThat(isActive(forged)).as(forged).isFalse();
    }
    assertThat(refresh(App.WEB, token).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"})
  void aTokenThatIsNoneIsRefused(String token) {
    TokenErrorsIT.assertError(refresh(App.WEB, token), "invalid_grant");
    TokenErrorsIT.assertError(refresh(App.WEB, token + "\u00e9"), "invalid_grant");
    TokenErrorsIT.assertError(refresh(App.WEB, token.repeat(100)), "invalid_grant");
  }

  @Test
  void anAccessTokenIsNoRefreshToken() {
    var tokens = App.WEB.flow(SERVER).tokens(ALICE);
    var asRefresh = new RefreshToken(tokens.getAccessToken().getValue());
    var answer = App.WEB.ask(SERVER, new RefreshTokenGrant(asRefresh));
    assertThat(answer.toErrorResponse().getErrorObject().getCode()).isEqualTo("invalid_grant");
  }

  static String changed(String text, int index) {
    var other = text.charAt(index) == 'A' ? 'B' : 'A';
    return text.substring(0, index) + other + text.substring(index + 1);
  }

  private static String token(App app) {
    return app.flow(SERVER).tokens(ALICE).getRefreshToken().getValue();
  }

  private static Answer refresh(App app, String token) {
    return app.post(SERVER, "/token", "grant_type", "refresh_token", "refresh_token", token);
  }

  private static boolean isActive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }
}
