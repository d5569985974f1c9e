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

/** League's {@code oauth2_client}: lists with spaces, of which an empty one meant everything. */
final class LeagueClients {

  /** How names of scopes begin that only administrators give. */
  static final String RESERVED = "sallyport:";

  private static final Set<String> COLUMNS =
      Set.of(
          "identifier",
          "name",
          "secret",
          "redirect_uris",
          "grants",
          "scopes",
          "active",
          "allow_plain_text_pkce",
          "refresh_tokens");
  private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Map<String, String> GRANTS =
      Map.of(
          "authorization_code",
          "authorization_code",
          "refresh_token",
          "refresh_token",
          "client_credentials",
          "client_credentials",
          "password",
          "password",
          "implicit",
          "implicit",
          "device_code",
          DEVICE,
          DEVICE,
          DEVICE);
  private static final Set<String> SENT_BACK = Set.of("authorization_code", "implicit");

  private final OldRow row;
  private final Scopes all;
  private final RedirectPlan redirects;
  private final List<String> grants;
  private final List<String> notes = new ArrayList<>();

  private LeagueClients(OldRow row, Scopes all) {
    this.row = row;
    this.all = all;
    this.redirects = RedirectPlan.of(row.words("redirect_uris"));
    notes.addAll(redirects.notes());
    this.grants = grants();
  }

  /** What a row becomes; where it named no scopes, it may have all of these. */
  static ClientPlan plan(String place, Map<String, String> row, Scopes all) {
    return new LeagueClients(OldRow.of(place, row, COLUMNS), all).plan();
  }

  /** The scopes that a row names. */
  static Scopes scopes(String place, Map<String, String> row) {
    var named = OldRow.of(place, row, COLUMNS).words("scopes").stream();
    return Scopes.of(named.filter(Scopes::isName).filter(name -> !isReserved(name)).toList());
  }

  static boolean isReserved(String scope) {
    return scope.startsWith(RESERVED);
  }

  private ClientPlan plan() {
    var id = row.text("identifier");
    var type = type();
    var client =
        NewClient.of(id, ImportedName.of(row, id), type, grants, redirects.uris(), scopes())
            .withOptions(options())
            .withOrigins(type == ClientType.SPA ? redirects.origins() : List.of());
    if (row.count("refresh_tokens") > 0) {
      notes.add(
          "Log in once more: its %d living refresh tokens are encrypted and can't be moved."
              .formatted(row.count("refresh_tokens")));
    }
    if (row.isNot("active")) {
      notes.add("It was switched off, and is here too.");
    }
    var state = row.isNot("active") ? ClientPlan.State.INACTIVE : ClientPlan.State.ACTIVE;
    return ClientPlan.of(client, secret(), state, notes);
  }

  private Optional<String> secret() {
    return row.find("secret");
  }

  private boolean isPublic() {
    return secret().isEmpty();
  }

  private List<String> grants() {
    var named = row.words("grants");
    return named.isEmpty() ? usual() : known(named);
  }

  /** All of them, without those that hand out more than a client that never said so may need. */
  private List<String> usual() {
    var usual = new ArrayList<String>();
    if (!redirects.uris().isEmpty()) {
      usual.addAll(List.of("authorization_code", "refresh_token"));
    }
    if (!isPublic()) {
      usual.add("client_credentials");
    }
    notes.add(
        "It named no grants, which meant all; here it has %s. Tick others on its page."
            .formatted(String.join(", ", usual)));
    return usual;
  }

  private List<String> known(List<String> named) {
    var known = new ArrayList<String>();
    for (var name : named) {
      var grant = GRANTS.get(name);
      if (grant == null) {
        notes.add("The grant " + name + " is left out, as it is unknown here.");
      } else if (SENT_BACK.contains(grant) && redirects.uris().isEmpty()) {
        notes.add("The grant " + name + " is left out, as there is no redirect address.");
      } else if (isPublic() && grant.equals("client_credentials")) {
        notes.add("The grant " + name + " is left out, as a client without a secret can't use it.");
      } else {
        known.add(grant);
      }
    }
    if (known.contains("password") || known.contains("implicit")) {
      notes.add("The password and implicit grants work only where sallyport.grants names them.");
    }
    return known;
  }

  private Scopes scopes() {
    var named = row.words("scopes");
    if (named.isEmpty()) {
      notes.add("It named no scopes, which meant all; here it has " + all + ".");
      return all;
    }
    var kept = named.stream().filter(Scopes::isName).filter(name -> !isReserved(name)).toList();
    if (kept.size() < named.size()) {
      notes.add("Scopes are left out that are no names, or reserved here.");
    }
    return Scopes.of(kept);
  }

  private ClientType type() {
    var isForPeople = grants.stream().anyMatch(SENT_BACK::contains);
    if (!isPublic()) {
      var isMachine = !isForPeople && grants.contains("client_credentials");
      return isMachine ? ClientType.MACHINE : ClientType.WEB;
    } else if (!isForPeople && grants.contains(DEVICE)) {
      return ClientType.DEVICE;
    }
    return redirects.areAllOnDevice() ? ClientType.NATIVE : ClientType.SPA;
  }

  private ClientOptions options() {
    var isOnServers =
        !isPublic() && grants.contains("authorization_code") && !redirects.isAnyOnDevice();
    if (isOnServers) {
      notes.add("PKCE may be left out, by an option with a risk; switch it off when it is used.");
    } else if (!isPublic() && grants.contains("authorization_code")) {
      notes.add("It must use PKCE, as it is answered on a device.");
    }
    if (row.is("allow_plain_text_pkce")) {
      notes.add("PKCE may be plain, by an option with a risk.");
    }
    return new ClientOptions(
        redirects.rules(),
        row.is("allow_plain_text_pkce"),
        isOnServers,
        false,
        ResponseProfile.LEAGUE,
        ClientLifetimes.DEFAULT);
  }
}
