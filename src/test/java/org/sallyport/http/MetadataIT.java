package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Http;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.RawHttp;
import org.sallyport.testing.Server;

/** Metadata (RFC 8414) and keys (RFC 7517), read by a client library. */
class MetadataIT {

  private static final Server SERVER = Server.shared();
  private static final Http HTTP = new Http(SERVER);

  @Test
  void aClientLibraryFindsEveryEndpoint() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getIssuer().getValue()).isEqualTo(SERVER.issuer().toString());
    assertThat(metadata.getAuthorizationEndpointURI()).isEqualTo(url("/authorize"));
    assertThat(metadata.getTokenEndpointURI()).isEqualTo(url("/token"));
    assertThat(metadata.getIntrospectionEndpointURI()).isEqualTo(url("/introspect"));
    assertThat(metadata.getRevocationEndpointURI()).isEqualTo(url("/revoke"));
    assertThat(metadata.getJWKSetURI()).isEqualTo(url("/.well-known/jwks.json"));
  }

  @Test
  void theMetadataTellWhatTheServerCanDo() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getResponseTypes()).containsExactly(ResponseType.CODE);
    assertThat(metadata.getGrantTypes())
        .contains(
            GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN, GrantType.CLIENT_CREDENTIALS);
    assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
    assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
    assertThat(metadata.getScopes().toStringList()).contains("read", "write");
    assertThat(metadata.getTokenEndpointAuthMethods())
        .contains(
            ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
            ClientAuthenticationMethod.CLIENT_SECRET_POST,
            ClientAuthenticationMethod.NONE);
    assertThat(metadata.getIntrospectionEndpointAuthMethods())
        .doesNotContain(ClientAuthenticationMethod.NONE);
  }

  @Test
  void bothPathsOfTheKeysGiveTheSameBytes() {
    var keys = HTTP.get("/.well-known/jwks.json");
    assertThat(keys.status()).isEqualTo(200);
    assertThat(keys.header("Content-Type")).startsWith("application/json");
    assertThat(HTTP.get("/authorize/jwks").body()).isEqualTo(keys.body());
  }

  @Test
  void S25_onlyPublicKeysArePublishedEachNamedByItsThumbprint() throws Exception {
    var keys = Jwts.keys(SERVER).getKeys();
    assertThat(keys).isNotEmpty().noneMatch(JWK::isPrivate);
    for (var key : keys) {
      assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
      assertThat(key.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
      assertThat(key.getAlgorithm()).isNotNull();
    }
    var json = HTTP.get("/.well-known/jwks.json").json().getJsonArray("keys");
    assertThat(json)
        .noneMatch(
            key ->
                Stream.of("d", "p", "q", "dp", "dq", "qi", "k")
                    .anyMatch(key.asJsonObject()::containsKey));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/.well-known/jwks.json",
        "/authorize/jwks",
        "/.well-known/oauth-authorization-server"
      })
  void aKnownTagIsAnsweredWithoutABody(String path) {
    var tag = HTTP.get(path).header("ETag");
    assertThat(tag).matches("\"[^\"]+\"");
    var again = HTTP.get(path, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);
    assertThat(HTTP.get(path, "If-None-Match", "\"other\"").status()).isEqualTo(200);
  }

  @Test
  void S22_noAddressIsMadeFromTheHostHeader() {
    var raw = new RawHttp(SERVER);
    var metadata =
        raw.send(
            "GET /.well-known/oauth-authorization-server HTTP/1.1\r\nHost: evil.example"
                + "\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example",
            new byte[0]);
    assertThat(metadata).contains(SERVER.issuer() + "/token").doesNotContain("evil.example");
    var page = raw.send("GET /admin/clients HTTP/1.1\r\nHost: evil.example", new byte[0]);
    assertThat(page).contains("Location: " + SERVER.issuer()).doesNotContain("evil.example");
  }

  private static URI url(String path) {
    return URI.create(SERVER.issuer() + path);
  }
}
