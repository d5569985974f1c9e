package org.sallyport.device;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.client.ClientRemoved;
import org.sallyport.device.DeviceAuthorization.Answer;
import org.sallyport.oauth.Digest;
import org.sallyport.token.UserGrant;
import org.sallyport.token.UserGrants;
import org.sallyport.user.UserRemoved;
import org.sallyport.web.Throttle;

/** The devices that wait; each is answered once, by one conditional update. */
@Stateless
public class DeviceAuthorizations {

  /** How much earlier than told a question may come, as no network is even. */
  private static final Duration JITTER = Duration.ofMillis(500);

  /** RFC 8628 §3.5. */
  private static final Duration WIDENING = Duration.ofSeconds(5);

  @PersistenceContext private EntityManager entities;
  @Inject private UserGrants grants;
  @Inject private Clock clock;

  /** Adds one; fails as a duplicate where its user code is another's. */
  public void add(DeviceAuthorization device) {
    entities.persist(device);
    entities.flush();
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<DeviceAuthorization> findByDeviceCode(String code) {
    return find("d.deviceDigest", Digest.of(code).value());
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<DeviceAuthorization> findByUserCode(UserCode code) {
    return find("d.userCode", code.letters());
  }

  private Optional<DeviceAuthorization> find(String column, String value) {
    return entities
        .createQuery(
            "SELECT d FROM DeviceAuthorization d WHERE " + column + " = :value",
            DeviceAuthorization.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  /** How many codes of a client wait for an answer, by the networks that asked for them. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Map<String, Long> countWaiting(String clientId) {
    return entities
        .createQuery(
            "SELECT d.address, COUNT(d) FROM DeviceAuthorization d WHERE d.clientId = :client"
                + " AND d.answer = :none AND d.codeExpiresAt > :now GROUP BY d.address",
            Object[].class)
        .setParameter("client", clientId)
        .setParameter("none", Answer.NONE)
        .setParameter("now", clock.instant())
        .getResultStream()
        .collect(
            groupingBy(
                row -> Throttle.networkOf((String) row[0]), summingLong(row -> (Long) row[1])));
  }

  /** Says yes and writes the grant; false where an answer was given before, or time is over. */
  public boolean allow(UserGrant grant) {
    if (!answered(grant.id(), grant.userId(), Answer.ALLOWED)) {
      return false;
    }
    grants.add(grant);
    return true;
  }

  /** Says no; false where an answer was given before, or time is over. */
  public boolean deny(UUID id, String userId) {
    return answered(id, userId, Answer.DENIED);
  }

  boolean answered(UUID id, String userId, Answer answer) {
    return entities
            .createQuery(
                "UPDATE DeviceAuthorization d SET d.answer = :answer, d.userId = :user"
                    + " WHERE d.id = :id AND d.answer = :none AND d.codeExpiresAt > :now")
            .setParameter("answer", answer)
            .setParameter("user", userId)
            .setParameter("id", id.toString())
            .setParameter("none", Answer.NONE)
            .setParameter("now", clock.instant())
            .executeUpdate()
        == 1;
  }

  /** Notes that the client asks; false where that is too early, which makes it wait longer. */
  public boolean poll(DeviceAuthorization device) {
    return wait(device, device.interval(), "d.nextPollAt <= :now")
        || !wait(device, device.interval().plus(WIDENING), "d.nextPollAt > :now");
  }

  private boolean wait(DeviceAuthorization device, Duration interval, String condition) {
    var now = clock.instant();
    return entities
            .createQuery(
                "UPDATE DeviceAuthorization d SET d.pollSeconds = :seconds, d.nextPollAt = :next"
                    + " WHERE d.id = :id AND "
                    + condition)
            .setParameter("seconds", (int) interval.toSeconds())
            .setParameter("next", now.plus(interval).minus(JITTER))
            .setParameter("id", device.id().toString())
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }

  public void forget(@Observes ClientRemoved removed) {
    remove("d.clientId", removed.clientId());
  }

  public void forgetUser(@Observes UserRemoved removed) {
    remove("d.userId", removed.userId());
  }

  private void remove(String column, String value) {
    entities
        .createQuery("DELETE FROM DeviceAuthorization d WHERE " + column + " = :value")
        .setParameter("value", value)
        .executeUpdate();
  }
}
