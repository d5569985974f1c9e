package org.sallyport.imports.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.admin.api.json.Text;
import org.sallyport.imports.Batch;
import org.sallyport.imports.MalformedBatchException;
import org.sallyport.oauth.Scopes;

/** Rows as they are sent: objects of texts by the names of their columns. */
@Text("Rows of another system’s tables, at most 500 of a kind")
public record BatchRequest(
    @Text("Whether only to say what would be done") Optional<Boolean> dryRun,
    @Text("Scopes that the clients may have; made where they are missing")
        Optional<List<String>> scopes,
    @Text("Those of them that are given to who asks for none") Optional<List<String>> defaultScopes,
    @Text("A user store whose people are ownCloud’s, for their refresh tokens")
        Optional<String> store,
    @Text("Rows of oauth2_clients or oauth2_client") Optional<List<Map<String, String>>> clients,
    @Text("Rows of oc_users, ibexa_user or ezuser") Optional<List<Map<String, String>>> users,
    @Text("Rows of oauth2_refresh_tokens of ownCloud, with the identifier of their client")
        Optional<List<Map<String, String>>> refreshTokens) {

  Batch batch() {
    return new Batch(
        dryRun.orElse(false) ? Batch.Mode.DRY : Batch.Mode.WRITE,
        scopes("scopes", scopes),
        scopes("default_scopes", defaultScopes),
        store,
        clients.orElse(List.of()),
        users.orElse(List.of()),
        refreshTokens.orElse(List.of()));
  }

  private static Scopes scopes(String field, Optional<List<String>> names) {
    var all = names.orElse(List.of());
    if (all.size() > Batch.MOST_ROWS || !all.stream().allMatch(Scopes::isName)) {
      throw new MalformedBatchException(field, "they must be names of scopes");
    }
    return Scopes.of(all);
  }

  /** Without any row, as rows hold credentials. */
  @Override
  public String toString() {
    return "BatchRequest";
  }
}
