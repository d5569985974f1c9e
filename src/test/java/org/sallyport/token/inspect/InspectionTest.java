package org.sallyport.token.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sallyport.client.Client;
import org.sallyport.client.TestClients;
import org.sallyport.client.authentication.ClientAuthenticator;
import org.sallyport.key.EncryptionKeys;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.AccessToken;
import org.sallyport.token.GrantState;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.RefreshTokens;
import org.sallyport.token.UserGrants;
import org.sallyport.token.imported.ImportedRefreshTokens;

class InspectionTest {

  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");
  private static final AccessToken TOKEN =
      new AccessToken(
          "jti", null, "owner", "owner", Scopes.of("read"), List.of("x"), NOW, NOW.plusSeconds(9));

  private final List<AccessToken> revoked = new ArrayList<>();
  private final TokenInspector inspector =
      new TokenInspector() {
        @Override
        public Optional<AccessToken> read(String token) {
          return token.equals("good") ? Optional.of(TOKEN) : Optional.empty();
        }

        @Override
        public Optional<Living> inspect(String text) {
          return read(text).map(token -> new Living(token, Optional.empty()));
        }
      };

  @Test
  void itsOwnerSeesAToken() {
    var answer = introspect(TestClients.with("owner", List.of()), "good");

    assertThat(answer).contains("\"active\":true", "\"client_id\":\"owner\"", "\"jti\":\"jti\"");
  }

  @Test
  void aResourceServerSeesEveryToken() {
    var api = TestClients.resourceServer("api");

    assertThat(introspect(api, "good")).contains("\"active\":true");
  }

  @Test
  void anotherClientSeesAnInactiveTokenAndNothingElse() {
    assertThat(introspect(TestClients.with("other", List.of()), "good"))
        .isEqualTo("{\"active\":false}");
    assertThat(introspect(TestClients.with("owner", List.of()), "bad"))
        .isEqualTo("{\"active\":false}");
  }

  @Test
  void anotherClientRevokesNothing() {
    var endpoint =
        Injection.into(
            new RevocationEndpoint(),
            FakeRequest.to("/revoke").build(),
            as(TestClients.with("other", List.of())),
            refreshTokens(),
            new ImportedRefreshTokens() {
              @Override
              public Optional<RefreshToken> find(String text) {
                return Optional.empty();
              }
            },
            new UserGrants(),
            inspector,
            new RevokedTokens() {
              @Override
              public void add(AccessToken token) {
                revoked.add(token);
              }
            });
    var refused =
        catchThrowableOfType(OAuthException.class, () -> endpoint.revoke(body("token=good")));

    assertThat(refused.error()).isEqualTo(OAuthError.INVALID_GRANT);
    assertThat(revoked).isEmpty();
  }

  private String introspect(Client caller, String token) {
    var endpoint =
        Injection.into(
            new IntrospectionEndpoint(),
            FakeRequest.to("/introspect").build(),
            as(caller),
            inspector,
            new RefreshInspector() {
              @Override
              public Optional<GrantState> inspect(String text) {
                return Optional.empty();
              }
            },
            TestSettings.server(TestSettings.HTTPS));
    var answer = endpoint.introspect(body("token=" + token));
    return Json.parse(answer).toString();
  }

  private static ClientAuthenticator as(Client caller) {
    return new ClientAuthenticator() {
      @Override
      public Client authenticate(Parameters form, HttpServletRequest request) {
        return caller;
      }
    };
  }

  private static RefreshTokens refreshTokens() {
    var keys = TestSettings.keys("an encryption key of 32 bytes or more", "RS256");
    return new RefreshTokens(new EncryptionKeys(keys, TestSettings.server(TestSettings.HTTPS)));
  }

  private static InputStream body(String form) {
    return new ByteArrayInputStream(form.getBytes(UTF_8));
  }
}
