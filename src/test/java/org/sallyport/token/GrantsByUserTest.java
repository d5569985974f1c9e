package org.sallyport.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.NoAdministrator;

class GrantsByUserTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();

  private final SettableClock clock = new SettableClock();
  private final TestGrants grants = new TestGrants(DATABASE, clock);
  private final GrantsByUser byUser =
      Injection.into(new GrantsByUser(), DATABASE.entities(), clock);
  private final Authorization authorization =
      grants.authorization(TestClients.unprotected("app " + Randomness.name()));

  @Test
  void S17_whoAdministersNoMoreHasNoGrantOfAnAdministratorAsleep() {
    var usual = granted("read");
    var reading = granted("read sallyport:admin:read");
    var writing = granted("sallyport:admin");

    DATABASE.transaction(
        () -> {
          byUser.endReserved(new NoAdministrator(authorization.userId()));
          return null;
        });

    assertThat(isRevoked(usual)).isFalse();
    assertThat(isRevoked(reading)).isTrue();
    assertThat(isRevoked(writing)).isTrue();
  }

  private boolean isRevoked(UUID id) {
    return grants.find(id).orElseThrow().grant().isRevoked();
  }

  private UUID granted(String scopes) {
    var now = clock.instant();
    var made =
        Authorization.withoutCode(
            Randomness.rowId(now),
            authorization.clientId(),
            authorization.userId(),
            Optional.empty(),
            Scopes.parse(scopes),
            authorization.audiences(),
            now,
            now);
    grants.add(new UserGrant(made, now.plus(Duration.ofDays(1))));
    return made.id();
  }
}
