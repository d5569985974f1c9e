package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.App;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Administrators look at the signing keys and let them follow each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AdminKeysIT {

  private static final Server SERVER = Server.shared();
  private static final String CHANGE = "/admin/keys/change?deed=";
  private static Person admin;
  private static App machine;

  @BeforeAll
  static void logIn() {
    var administration = new Administration(SERVER);
    admin = administration.administrator();
    machine =
        administration.register(
            "",
            "name",
            "Signs with ES256",
            "type",
            "confidential",
            "grant_types",
            "client_credentials",
            "scopes",
            "read",
            "signing_algorithm",
            "ES256");
  }

  private static String token() {
    return machine.post(SERVER, "/token", "grant_type", "client_credentials").text("access_token");
  }

  private static String kid() {
    try {
      return SignedJWT.parse(token()).getHeader().getKeyID();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean isAlive(String token) {
    return App.API.post(SERVER, "/introspect", "token", token).json().getBoolean("active");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/change?deed=rotate&kid=KID"})
  @Order(1)
  void whoIsNoAdministratorFindsNothing(String path) {
    var bob = Person.of(SERVER, "bob");
    var login = bob.open("/admin/keys" + path.replace("KID", kid()));
    assertThat(login.has("login")).isTrue();
    assertThat(bob.logIn(login).status()).isEqualTo(404);
    assertThat(bob.get("/admin/keys/public.pem?kid=" + kid()).status()).isEqualTo(404);
  }

  @Test
  @Order(1)
  void thePublicPartIsAFile() throws Exception {
    var jwk = admin.get("/admin/keys/public.jwk?kid=" + kid());
    assertThat(jwk.header("Content-Disposition")).contains(kid() + ".jwk");
    assertThat(JWK.parse(jwk.body()).isPrivate()).isFalse();
    assertThat(JWK.parse(jwk.body()).computeThumbprint().toString()).isEqualTo(kid());
    var pem = admin.get("/admin/keys/public.pem?kid=" + kid());
    assertThat(pem.body()).startsWith("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
    assertThat(JWK.parseFromPEMEncodedObjects(pem.body()).toECKey().toPublicJWK().getX())
        .isEqualTo(JWK.parse(jwk.body()).toECKey().getX());
    assertThat(admin.get("/admin/keys/public.pem?kid=none").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rotate&kid=none", "other&kid=KID", "withdraw&kid=KID", "&kid="})
  @Order(1)
  void whatIsNotThereIsNotFound(String query) {
    assertThat(admin.open(CHANGE + query.replace("KID", kid())).status()).isEqualTo(404);
  }

  @Test
  @Order(2)
  void S10_aForgedFormChangesNothing() {
    var before = kid();
    var page = admin.open(CHANGE + "replace&kid=" + before);
    assertThat(admin.press(page, "act", "csrf", "forged").body())
        .contains("<title>Error: ", "This page was open for too long");
    assertThat(kid()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void aRotationServesANewKeyAndTheOldOneSignsOn() {
    var before = kid();
    var page = admin.open(CHANGE + "rotate&kid=" + before);
    assertThat(admin.press(page, "act").body()).contains("The new key is served.");
    assertThat(admin.press(page, "act").body()).contains("The new key is served.");

    var es256 =
        Jwts.keys(SERVER).getKeys().stream()
            .filter(k -> JWSAlgorithm.ES256.equals(k.getAlgorithm()));
    assertThat(es256).as("sent twice makes one").hasSize(2);
    assertThat(kid()).isEqualTo(before);
    assertThat(admin.open("/admin/keys").body()).contains("Waits to sign", "Will sign from");
  }

  @Test
  @Order(4)
  void inAnEmergencyAnotherKeySignsAtOnceAndTheOldOnesTokensAreDead() {
    var token = token();
    var before = kid();
    var page = admin.open(CHANGE + "replace&kid=" + before);
    assertThat(page.body()).contains("is refused here at once");

    assertThat(admin.press(page, "act").body()).contains("What the old one signed is refused.");

    assertThat(kid()).isNotEqualTo(before);
    assertThat(isAlive(token())).isTrue();
    assertThat(isAlive(token)).isFalse();
    assertThat(Jwts.keys(SERVER).getKeyByKeyId(before)).isNull();
    var now = kid();
    assertThat(admin.press(page, "act").status()).as("sent twice").isEqualTo(404);
    assertThat(kid()).isEqualTo(now);
    var log = Pattern.compile("KeyWithdrawn\\[kid=" + before + ", algorithm=ES256, admin.*=.*\\]");
    assertThat(SERVER.logText()).containsPattern(log);
  }
}
