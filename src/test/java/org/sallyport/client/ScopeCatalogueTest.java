package org.sallyport.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.oauth.OAuthError;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Changed;
import org.sallyport.testing.Injection;

class ScopeCatalogueTest {

  private final List<Scope> rows =
      new ArrayList<>(
          List.of(
              new Scope("admin", "Administer").asDefault(),
              new Scope("read", "Read").asDefault(),
              new Scope("write", "Write")));
  private final ScopeCatalogue catalogue =
      Injection.into(
          new ScopeCatalogue(),
          new ScopeRegistry() {
            @Override
            public List<Scope> list() {
              return List.copyOf(rows);
            }
          });

  /** May have read and write. */
  private final Client client = TestClients.unprotected("app");

  @Test
  void whoAsksForNothingGetsTheDefaultsThatItMayHave() {
    assertThat(catalogue.resolve(client, Optional.empty())).isEqualTo(Scopes.of("read"));
    assertThat(catalogue.resolve(client, Optional.of(" "))).isEqualTo(Scopes.of("read"));
  }

  @Test
  void whoAsksGetsExactlyThat() {
    assertThat(catalogue.resolve(client, Optional.of("write"))).isEqualTo(Scopes.of("write"));
    assertThat(catalogue.resolve(client, Optional.of("write read")).toString())
        .isEqualTo("write read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "read admin", "unknown", "READ", "read,write", "*"})
  void aScopeThatTheClientMayNotHaveIsRefused(String scope) {
    assertThat(refusal(scope)).isEqualTo(OAuthError.INVALID_SCOPE);
  }

  @Test
  void aScopeThatIsGoneIsRefused() {
    rows.remove(2);

    assertThat(refusal("write")).isEqualTo(OAuthError.INVALID_SCOPE);
  }

  @Test
  void whoMayHaveNoDefaultMustAsk() {
    rows.remove(1);

    assertThat(
            catchThrowableOfType(
                    OAuthException.class, () -> catalogue.resolve(client, Optional.empty()))
                .error())
        .isEqualTo(OAuthError.INVALID_SCOPE);
  }

  @Test
  void aChangeIsSeenOnceItIsTold() {
    assertThat(catalogue.find("write")).isPresent();
    rows.remove(2);
    assertThat(catalogue.find("write")).isPresent();
    catalogue.forget(new Changed());

    assertThat(catalogue.find("write")).isEmpty();
  }

  private OAuthError refusal(String scope) {
    return catchThrowableOfType(
            OAuthException.class, () -> catalogue.resolve(client, Optional.of(scope)))
        .error();
  }
}
