package org.sallyport.admin.api.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.sallyport.admin.api.json.Text;
import org.sallyport.audit.AuditEvent;
import org.sallyport.store.Conflicts;
import org.sallyport.store.OneTransaction;
import org.sallyport.store.cleanup.ExpiredRows;

/** Deletes now what the clean-up of each minute would, small batches at a time. */
@ApplicationScoped
public class Purge {

  /** So that a request ends: whoever gets as many as this asks again. */
  private static final int MOST_BATCHES = 1000;

  @Inject private ExpiredRows rows;
  @Inject private ExpiredCodes codes;
  @Inject private OneTransaction transaction;
  @Inject private Event<AuditEvent> audit;

  /** What is to go. */
  @Text("Which expired rows are deleted now; what is absent stays until its clean-up")
  public record Choice(
      @Text("Opaque access tokens, and marks of revoked ones") Optional<Boolean> accessTokens,
      @Text("Grants, whose refresh tokens ended with them") Optional<Boolean> refreshTokens,
      @Text("Codes that nobody redeemed, of browsers and of devices") Optional<Boolean> codes) {}

  /** How many rows went. */
  @Text("How many expired rows were deleted")
  public record Counts(long accessTokens, long refreshTokens, long codes) {}

  Counts run(Choice choice, String by) {
    var counts =
        new Counts(
            count(choice.accessTokens(), kind("OpaqueToken"), kind("RevokedToken")),
            count(choice.refreshTokens(), kind("UserGrant")),
            count(choice.codes(), kind("DeviceAuthorization"), unredeemed()));
    Conflicts.retry(
        () ->
            transaction.of(
                () -> {
                  audit.fire(
                      new AuditEvent.ExpiredDeleted(
                          counts.accessTokens(), counts.refreshTokens(), counts.codes(), by));
                  return null;
                }));
    return counts;
  }

  /** An entity by its name, as these are of packages that need not know each other. */
  private IntSupplier kind(String name) {
    return () ->
        rows.kinds().stream()
            .filter(kind -> kind.getSimpleName().equals(name))
            .mapToInt(rows::deleteBatch)
            .sum();
  }

  /** One pass over all grants, as no index leads to those whose code nobody redeemed. */
  private IntSupplier unredeemed() {
    var last = new AtomicReference<>("");
    return () -> {
      var batch = codes.deleteBatch(last.get());
      last.set(batch.last());
      return batch.deleted();
    };
  }

  private static long count(Optional<Boolean> wanted, IntSupplier... batches) {
    return wanted.orElse(false) ? Stream.of(batches).mapToLong(Purge::all).sum() : 0;
  }

  private static long all(IntSupplier batch) {
    var total = 0L;
    for (var i = 0; i < MOST_BATCHES; i++) {
      int deleted = Conflicts.retry(batch::getAsInt);
      total += deleted;
      if (deleted < ExpiredRows.BATCH) {
        break;
      }
    }
    return total;
  }
}
