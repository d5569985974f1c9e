package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;

class OpaqueTokensTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final OpaqueTokens tokens = Injection.into(new OpaqueTokens(), DATABASE.entities());

  @Test
  void aTokenIsFoundByItselfAndStoredAsItsDigestOnly() {
    var client = TestClients.with("app " + Randomness.name(), List.of("client_credentials"));
    var granted = Entitlement.ofClient(client, Scopes.of("read"), List.of("https://api.example"));
    var end = clock.instant().plus(Duration.ofHours(1));
    var token = DATABASE.transaction(() -> tokens.add(granted, clock.instant(), end));

    assertThat(tokens.find(token).orElseThrow().clientId()).isEqualTo(client.id());
    var stored =
        DATABASE
            .entities()
            .createQuery("SELECT t.id FROM OpaqueToken t WHERE t.clientId = :client", String.class)
            .setParameter("client", client.id())
            .getResultList();
    assertThat(stored).containsExactly(Digest.of(token).value());
  }
}
