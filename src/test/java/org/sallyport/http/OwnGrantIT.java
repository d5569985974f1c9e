package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Answer;
import org.sallyport.testing.App;
import org.sallyport.testing.Examples;
import org.sallyport.testing.Jwts;
import org.sallyport.testing.Server;

/** A jar in the WAR adds a grant and has its say, as docs/own-grant.md tells. */
class OwnGrantIT {

  private static final String TYPE = "urn:example:voucher";
  private static final Server SERVER = Examples.server();
  private static final Administration ADMINISTRATION = new Administration(SERVER);
  private static final App SHOP = ADMINISTRATION.register("", fields("The shop"));

  @AfterAll
  static void stop() {
    Examples.leave();
  }

  @Test
  void theMetadataAndTheAdministratorsPageHaveTheGrant() throws Exception {
    var metadata = AuthorizationServerMetadata.resolve(new Issuer(SERVER.issuer()));
    assertThat(metadata.getGrantTypes()).anyMatch(type -> type.getValue().equals(TYPE));
    var form = ADMINISTRATION.administrator().open("/admin/clients/new?type=machine");
    assertThat(form.body()).contains("value=\"" + TYPE + "\"");
  }

  @Test
  void aVoucherGivesATokenWithTheExtensionsClaimAndScopes() throws Exception {
    var answer = ask("voucher", "one free token", "scope", "read write");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("scope")).isEqualTo("read");
    var claims = Jwts.verify(SERVER, answer.text("access_token"), JWSAlgorithm.RS256);
    assertThat(claims.getClaim("client_name")).isEqualTo("The shop");
    assertThat(claims.getSubject()).isEqualTo(SHOP.id());
    assertThat(SERVER.logText()).contains("issued: " + TYPE + " to " + SHOP.id());
  }

  @Test
  void aWrongVoucherIsRefusedAndTheHookIsTold() {
    TokenErrorsIT.assertError(ask("voucher", "forged"), "invalid_grant");
    assertThat(SERVER.logText()).contains("refused: " + TYPE + ", invalid_grant");
  }

  @Test
  void theHookMayRefuseBeforeTheGrantIsUsed() {
    var closed = ask("voucher", "one free token", "shop", "closed");
    TokenErrorsIT.assertError(closed, "access_denied");
  }

  @Test
  void aClientWithoutTheGrantMayNotUseIt() {
    var answer =
        App.MACHINE.post(SERVER, "/token", "grant_type", TYPE, "voucher", "one free token");
    TokenErrorsIT.assertError(answer, "unauthorized_client");
  }

  @Test
  void thePolicyHasAWordWhenAClientIsSaved() {
    var page = ADMINISTRATION.submit(fields("A stall"));
    assertThat(page.body()).contains("Error: ", "Vouchers are for shops");
  }

  private static Answer ask(String... pairs) {
    var form = new ArrayList<>(List.of("grant_type", TYPE));
    form.addAll(List.of(pairs));
    return SHOP.post(SERVER, "/token", form.toArray(String[]::new));
  }

  private static String[] fields(String name) {
    return new String[] {
      "name", name, "type", "machine", "grant_types", TYPE, "scopes", "read write"
    };
  }
}
