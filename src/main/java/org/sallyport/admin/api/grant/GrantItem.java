package org.sallyport.admin.api.grant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sallyport.admin.api.json.Text;
import org.sallyport.admin.grant.GrantListRow;

/** What a person allowed a client once. */
@Text("What a person allowed a client once")
public record GrantItem(
    @Text("Its id: the gid of its tokens") String id,
    String userId,
    Optional<String> username,
    String clientId,
    List<String> scopes,
    Instant grantedAt,
    @Text("When it last gave tokens; null where it waits for its code") Optional<Instant> lastUsed,
    Instant expiresAt,
    @Text("When it was ended; null where it was not") Optional<Instant> revokedAt) {

  static GrantItem of(GrantListRow row) {
    return new GrantItem(
        row.id(),
        row.userId(),
        Optional.ofNullable(row.user()),
        row.clientId(),
        row.scopes() == null ? List.of() : List.copyOf(row.scopes().names()),
        row.grantedAt(),
        Optional.ofNullable(row.lastUsed()),
        row.expiresAt(),
        Optional.ofNullable(row.revokedAt()));
  }

  /** Which grants are to end. */
  @Text("Which grants are to end: at least one of user, client and before")
  public record Choice(
      @Text("A person by id, or by a name that only one has") Optional<String> user,
      @Text("A client by its id; without a user, what it got for itself ends too")
          Optional<String> client,
      @Text("Those that were given before this time") Optional<Instant> before,
      @Text("Whether they are counted only") Optional<Boolean> dryRun) {}

  /** How many were ended, or would be. */
  @Text("How many grants were ended, or would be")
  public record Count(long grants, boolean dryRun) {}
}
