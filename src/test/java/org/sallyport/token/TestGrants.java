package org.sallyport.token;

import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.DatabaseReady;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.user.User;

/** All grants in a database in memory, each call a transaction as in a container. */
public class TestGrants extends UserGrants {

  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private final MemoryDatabase database;
  private final Clock clock;
  private final SingleUse once;
  private final List<AuditEvent> events = new ArrayList<>();

  /** Grants that read the time from a clock. */
  public TestGrants(MemoryDatabase database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.once = Injection.into(new SingleUse(), database.source(), clock);
    Injection.into(
        this, database.entities(), stored(), Beans.<AuditEvent>eventsInto(events), clock);
    start(new DatabaseReady());
  }

  /** The clients as they are stored now. */
  private Clients stored() {
    return new Clients() {
      @Override
      public Optional<Client> find(String id) {
        var fresh = Map.<String, Object>of("eclipselink.refresh", true);
        return Optional.ofNullable(database.entities().find(Client.class, id, fresh));
      }
    };
  }

  /** What a person of a new name allows a new client now, for a code of its own. */
  public Authorization authorization(Client client) {
    var user = new User("user " + Randomness.name(), "no hash", clock.instant());
    save(user);
    save(client);
    return new Authorization(
        Randomness.rowId(clock.instant()),
        client.id(),
        user.id(),
        "a session",
        Scopes.of("read", "write"),
        List.of("https://id.example.org", "https://api.example"),
        Optional.empty(),
        Digest.s256(VERIFIER),
        "https://app.example/callback",
        true,
        clock.instant(),
        clock.instant(),
        null);
  }

  /** A grant with its code. */
  public UUID granted(Authorization authorization, String code) {
    var now = clock.instant();
    add(
        new UserGrant(
            authorization,
            Digest.of(code),
            now.plus(Duration.ofMinutes(10)),
            now.plus(Duration.ofDays(30))));
    return authorization.id();
  }

  /** A grant whose code was redeemed just now. */
  public UUID redeemed(Authorization authorization) {
    var id = granted(authorization, Randomness.secret());
    once.redeem(id);
    return id;
  }

  /** What happened. */
  public List<AuditEvent> events() {
    return events;
  }

  /** Stores a row. */
  public final void save(Object row) {
    database.transaction(
        () -> {
          database.entities().persist(row);
          return null;
        });
  }

  /** Changes rows by JPQL, with one parameter {@code :id}. */
  public final void change(String update, Object id) {
    database.transaction(
        () -> database.entities().createQuery(update).setParameter("id", id).executeUpdate());
  }

  @Override
  public Optional<GrantState> find(UUID id) {
    return database.transaction(() -> super.find(id));
  }

  @Override
  public Optional<GrantState> findByCode(String code) {
    return database.transaction(() -> super.findByCode(code));
  }

  @Override
  public void add(UserGrant grant) throws PersistenceException {
    database.transaction(
        () -> {
          super.add(grant);
          return null;
        });
  }

  /** What uses them. */
  public SingleUse once() {
    return once;
  }

  @Override
  public void revoke(UUID id, String reason) {
    database.transaction(
        () -> {
          super.revoke(id, reason);
          return null;
        });
  }
}
