package org.sallyport.device;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.client.Client;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.token.Authorization;
import org.sallyport.token.TestGrants;
import org.sallyport.token.UserGrant;

/** All devices in a database in memory, each call a transaction as in a container. */
class TestDevices extends DeviceAuthorizations {

  private final MemoryDatabase database;
  private final TestGrants grants;
  private final Clock clock;

  TestDevices(MemoryDatabase database, TestGrants grants, Clock clock) {
    this.database = database;
    this.grants = grants;
    this.clock = clock;
    Injection.into(this, database.entities(), grants, clock);
  }

  /** The device code of a device that waits for ten minutes. */
  String waiting(Client client, Authorization wish) {
    var code = Randomness.secret();
    var asked =
        new DeviceRequest(client, wish.scopes(), wish.audiences(), "192.0.2.1", clock.instant());
    var expiry = clock.instant().plus(Duration.ofMinutes(10));
    add(new DeviceAuthorization(asked, code, UserCode.random(), expiry));
    return code;
  }

  DeviceAuthorization row(String code) {
    return findByDeviceCode(code).orElseThrow();
  }

  /** A person says yes. */
  boolean allow(String code, Authorization wish) {
    var now = clock.instant();
    var authorization =
        Authorization.withoutCode(
            row(code).id(),
            wish.clientId(),
            wish.userId(),
            Optional.of("a session"),
            wish.scopes(),
            wish.audiences(),
            now,
            now);
    return allow(new UserGrant(authorization, now.plus(Duration.ofDays(30))));
  }

  @Override
  public void add(DeviceAuthorization device) {
    database.transaction(
        () -> {
          super.add(device);
          return null;
        });
  }

  @Override
  public Optional<DeviceAuthorization> findByDeviceCode(String code) {
    return database.transaction(() -> super.findByDeviceCode(code));
  }

  @Override
  public Map<String, Long> countWaiting(String clientId) {
    return database.transaction(() -> super.countWaiting(clientId));
  }

  @Override
  public boolean poll(DeviceAuthorization device) {
    return database.transaction(() -> super.poll(device));
  }

  /** In two transactions, as those of the grants do not nest. */
  @Override
  public boolean allow(UserGrant grant) {
    var done =
        database.transaction(
            () -> answered(grant.id(), grant.userId(), DeviceAuthorization.Answer.ALLOWED));
    if (done) {
      grants.add(grant);
    }
    return done;
  }

  @Override
  public boolean deny(UUID id, String userId) {
    return database.transaction(() -> super.deny(id, userId));
  }
}
