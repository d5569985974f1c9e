package org.sallyport.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sallyport.client.ClientLifetimes;
import org.sallyport.client.ClientOptions;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.ResponseProfile;
import org.sallyport.oauth.Scopes;

/**
 * ownCloud's {@code oauth2_clients}: every client has a secret and may leave out PKCE, RFC 7636,
 * which goes on where a stolen code is of no use to another program.
 */
final class OwnCloudClients {

  private static final Set<String> COLUMNS =
      Set.of(
          "id",
          "identifier",
          "secret",
          "redirect_uri",
          "name",
          "allow_subdomains",
          "trusted",
          "public");
  private static final List<String> GRANTS = List.of("authorization_code", "refresh_token");

  private final OldRow row;
  private final Scopes scopes;
  private final RedirectPlan redirects;
  private final List<String> notes = new ArrayList<>();

  private OwnCloudClients(OldRow row, Scopes scopes) {
    this.row = row;
    this.scopes = scopes;
    this.redirects = RedirectPlan.of(row.words("redirect_uri"));
  }

  /** What a row becomes, which may have these scopes, as ownCloud knew none. */
  static ClientPlan plan(String place, Map<String, String> row, Scopes scopes) {
    return new OwnCloudClients(OldRow.of(place, row, COLUMNS), scopes).plan();
  }

  private ClientPlan plan() {
    if (row.is("allow_subdomains")) {
      redirects.withSubdomains();
    }
    var isPublic = row.is("public");
    var options = options();
    notes.addAll(0, redirects.notes());
    var id = row.text("identifier");
    var client =
        NewClient.of(id, ImportedName.of(row, id), type(), GRANTS, redirects.uris(), scopes)
            .withOptions(options)
            .withOrigins(isPublic ? redirects.origins() : List.of())
            .withTokenFormat("opaque");
    var secret = isPublic ? Optional.<String>empty() : row.find("secret");
    return ClientPlan.of(client, secret, ClientPlan.State.ACTIVE, notes);
  }

  private ClientType type() {
    if (!row.is("public")) {
      return ClientType.WEB;
    }
    return redirects.areAllOnDevice() ? ClientType.NATIVE : ClientType.SPA;
  }

  private ClientOptions options() {
    var trusted = row.is("trusted");
    if (trusted && (redirects.isAnyOnDevice() || redirects.rules().subdomains())) {
      trusted = false;
      notes.add(
          "People are asked for their consent: it was trusted, which a client can't be that is"
              + " answered on a device or on any subdomain.");
    } else if (trusted) {
      notes.add("It stays trusted: people are not asked for their consent.");
    }
    var isOnServers = !row.is("public") && !redirects.isAnyOnDevice();
    notes.add(
        isOnServers
            ? "PKCE may be left out or be plain, by options with a risk; switch them off when the"
                + " application uses S256."
            : "It must use PKCE with S256, as it is answered on a device or has no secret.");
    return new ClientOptions(
        redirects.rules(),
        isOnServers,
        isOnServers,
        trusted,
        ResponseProfile.OWNCLOUD,
        ClientLifetimes.DEFAULT);
  }
}
