package org.sallyport.admin.api.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.grant.Purge.Choice;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.TestClients;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.OneTransaction;
import org.sallyport.store.cleanup.ExpiredRows;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.token.Authorization;
import org.sallyport.token.Entitlement;
import org.sallyport.token.OpaqueTokens;
import org.sallyport.token.TestGrants;

class PurgeTest {

  private static final int MANY = 2 * ExpiredRows.BATCH + 1;

  private final MemoryDatabase database = MemoryDatabase.shared();
  private final SettableClock clock = longAgo();
  private final List<Integer> batches = new ArrayList<>();
  private final List<AuditEvent> events = new ArrayList<>();
  private final Purge purge =
      Injection.into(
          new Purge(),
          Injection.into(new CountedRows(), database.entities(), clock),
          Injection.into(new CountedCodes(), database.entities(), clock),
          new OneTransaction(),
          Beans.<AuditEvent>eventsInto(events));

  /** Each batch a transaction, as in a container. */
  private final class CountedRows extends ExpiredRows {
    @Override
    public int deleteBatch(Class<?> entity) {
      return counted(database.transaction(() -> super.deleteBatch(entity)));
    }
  }

  /** The same of codes. */
  private final class CountedCodes extends ExpiredCodes {
    @Override
    public Batch deleteBatch(String after) {
      var batch = database.transaction(() -> super.deleteBatch(after));
      counted(batch.deleted());
      return batch;
    }
  }

  private int counted(int deleted) {
    batches.add(deleted);
    return deleted;
  }

  /** Before anything that other tests have left expires. */
  private static SettableClock longAgo() {
    var clock = new SettableClock();
    clock.pass(Duration.ofDays(-3650));
    return clock;
  }

  @Test
  void allThatHasExpiredGoesHoweverManyBatchesItTakes() {
    var tokens = Injection.into(new OpaqueTokens(), database.entities());
    var client = TestClients.with("app " + Randomness.name(), List.of("client_credentials"));
    var of = Entitlement.ofClient(client, Scopes.of("read"), List.of("https://api.example"));
    var soon = clock.instant().plusSeconds(60);
    var alive =
        database.transaction(
            () -> {
              IntStream.range(0, MANY).forEach(n -> tokens.add(of, clock.instant(), soon));
              return tokens.add(of, clock.instant(), soon.plusSeconds(60));
            });

    clock.pass(Duration.ofSeconds(61));
    var counts = purge.run(new Choice(Optional.of(true), Optional.empty(), Optional.empty()), "me");

    assertThat(counts).isEqualTo(new Purge.Counts(MANY, 0, 0));
    assertThat(batches).startsWith(ExpiredRows.BATCH, ExpiredRows.BATCH, 1);
    assertThat(tokens.find(alive)).isPresent();
    assertThat(events).containsExactly(new AuditEvent.ExpiredDeleted(MANY, 0, 0, "me"));
  }

  @Test
  void codesThatNobodyRedeemedGoAndGrantsStay() {
    var grants = new TestGrants(database, clock);
    IntStream.range(0, MANY).forEach(n -> grants.granted(wish(grants), Randomness.secret()));
    var used = grants.redeemed(wish(grants));

    clock.pass(Duration.ofMinutes(11));
    var counts = purge.run(new Choice(Optional.empty(), Optional.empty(), Optional.of(true)), "me");

    assertThat(counts).isEqualTo(new Purge.Counts(0, 0, MANY));
    assertThat(grants.find(used)).isPresent();
  }

  private static Authorization wish(TestGrants grants) {
    return grants.authorization(TestClients.unprotected("app " + Randomness.name()));
  }
}
