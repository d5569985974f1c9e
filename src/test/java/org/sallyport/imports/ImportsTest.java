package org.sallyport.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.client.ClientRules;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.ClientPolicies;
import org.sallyport.client.ClientRegistry;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.client.secret.ClientSecrets;
import org.sallyport.client.secret.QuickHashes;
import org.sallyport.config.CompatSettings;
import org.sallyport.config.GrantSettings;
import org.sallyport.grant.Grant;
import org.sallyport.grant.Grants;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.Changes;
import org.sallyport.store.cleanup.ExpiredRows;
import org.sallyport.testing.Beans;
import org.sallyport.testing.Injection;
import org.sallyport.testing.MemoryDatabase;
import org.sallyport.testing.SettableClock;
import org.sallyport.testing.TestSettings;
import org.sallyport.token.Audiences;
import org.sallyport.token.RefreshToken;
import org.sallyport.token.UserGrant;
import org.sallyport.token.imported.ImportedRefreshToken;
import org.sallyport.token.imported.ImportedRefreshTokens;
import org.sallyport.user.OneTimeLinks;
import org.sallyport.user.Origin;
import org.sallyport.user.PasswordHasher;
import org.sallyport.user.User;
import org.sallyport.user.UserRegistry;
import org.sallyport.user.Users;
import org.sallyport.user.store.OutsidePeople;
import org.sallyport.user.store.TestPeople;

class ImportsTest {

  private static final MemoryDatabase DATABASE = MemoryDatabase.shared();
  private static final PasswordHasher HASHER = new PasswordHasher();
  private static final String CALLBACK = "https://files.example.org/cb";
  private static final String BCRYPT =
      "$2y$05$abcdefghijklmnopqrstuuHNbAKRhpaujgo33bRWs.NLUTJO3lOy2";

  private final SettableClock clock = new SettableClock();
  private final List<Object> fired = new ArrayList<>();
  private final Users users = Injection.into(new Users(), DATABASE.entities(), clock);
  private final UserRegistry people =
      Injection.into(
          new UserRegistry(),
          DATABASE.entities(),
          new OneTimeLinks(),
          Beans.<Object>eventsInto(fired),
          clock);
  private final Changes changes =
      Injection.into(new Changes(), DATABASE.entities(), Beans.<Object>eventsInto(fired));
  private final ClientSecrets secrets =
      Injection.into(new ClientSecrets(), DATABASE.entities(), changes, clock);
  private final ClientRegistry clients =
      Injection.into(
          new ClientRegistry(),
          DATABASE.entities(),
          secrets,
          new ClientPolicies(Beans.of()),
          changes,
          Beans.<Object>eventsInto(fired),
          clock);
  private final ImportedRefreshTokens tokens =
      Injection.into(new ImportedRefreshTokens(), DATABASE.entities());
  private final QuickHashes hashes = new QuickHashes();
  private final ClientImport clientImport = new ClientImport();
  private final Imports imports = imports(new CompatSettings(false, true));
  private final String id = Randomness.secret();
  private final String secret = Randomness.secret();
  private final String name = "p " + Randomness.name();

  private Imports imports(CompatSettings settings) {
    var catalogue =
        new ScopeCatalogue() {
          @Override
          public Scopes names() {
            return Scopes.of("read", "sallyport:admin");
          }

          @Override
          public List<Scope> list() {
            return List.of(new Scope("read", "Read").asDefault(), new Scope("write", "Write"));
          }
        };
    var grants =
        new Grants(Beans.<Grant>of(), GrantSettings.usual()) {
          @Override
          public List<String> known() {
            return List.of("authorization_code", "client_credentials", "refresh_token");
          }
        };
    var audit = Beans.<Object>eventsInto(fired);
    var outside = Injection.into(new OutsidePeople(), DATABASE.entities(), users, audit, clock);
    return Injection.into(
        new Imports(),
        settings,
        catalogue,
        Injection.into(
            new ScopeImport(),
            Injection.into(new ScopeRegistry(), DATABASE.entities(), changes),
            audit),
        Injection.into(
            clientImport,
            clients,
            Injection.into(new ClientRules(), catalogue, grants, new ClientPolicies(Beans.of())),
            catalogue,
            secrets,
            hashes,
            audit),
        Injection.into(new PersonImport(), users, people, audit, clock),
        Injection.into(new OldPeople(), TestPeople.of(users, HASHER, outside, clock), outside),
        Injection.into(
            new TokenImport(),
            tokens,
            clients,
            new Audiences(TestSettings.server(TestSettings.HTTPS)),
            TestSettings.lifetimes(),
            audit,
            clock));
  }

  @Test
  void whatIsImportedOnceStaysAsItIs() {
    var token = Randomness.secret();
    var batch = batch(Batch.Mode.WRITE, token);

    assertThat(owncloud(batch).imported()).isEqualTo(3);
    assertThat(secrets.alive(id).get(0).digest().matches(secret)).isTrue();
    assertThat(users.findByName(name).orElseThrow().isActive()).isTrue();
    assertThat(tokens.find(token)).map(RefreshToken::generation).hasValue(0);
    var row = grant(token);
    assertThat(row.scopes()).isEqualTo(Scopes.of("read"));
    assertThat(row.expiresAt()).isAfter(clock.instant().plus(Duration.ofDays(3000)));
    assertThat(fired)
        .contains(new AuditEvent.GrantImported(row.userId(), id, row.id().toString(), "actor"))
        .hasAtLeastOneElementOfType(AuditEvent.ClientCreated.class)
        .hasAtLeastOneElementOfType(AuditEvent.UserCreated.class);

    fired.clear();
    var again = owncloud(batch);
    assertThat(again.alreadyThere()).isEqualTo(3);
    assertThat(again.imported()).isZero();
    assertThat(fired).isEmpty();
  }

  @Test
  void S17_nothingIsImportedUnlessTheOperatorWantsIt() {
    var refusing = imports(new CompatSettings(true, false));
    var batch = batch(Batch.Mode.DRY, Randomness.secret());

    assertThatThrownBy(() -> refusing.owncloud(batch, "actor"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("sallyport.imports=true");
    assertThatThrownBy(() -> refusing.league(batch, "actor")).isInstanceOf(ApiProblem.class);
  }

  @Test
  void aDryRunWritesNothing() {
    var token = Randomness.secret();

    assertThat(owncloud(batch(Batch.Mode.DRY, token)).imported()).isEqualTo(3);
    assertThat(clients.find(id)).isEmpty();
    assertThat(users.findByName(name)).isEmpty();
    assertThat(tokens.find(token)).isEmpty();
    assertThat(fired).isEmpty();
  }

  @Test
  void S17_somebodyWhoWasSwitchedOffIsSoHere() {
    var off = Map.of("uid", name, "password", "1|" + BCRYPT, "enabled", "false");
    owncloud(batch(List.of(), List.of(off), List.of()));

    assertThat(users.findByName(name).orElseThrow().isActive()).isFalse();
    var token = Map.of("token", Randomness.secret(), "client", id, "user_id", name);
    var report = owncloud(batch(List.of(client()), List.of(), List.of(token)));
    assertThat(report.rows().get(1).notes()).containsExactly("The account is switched off.");
  }

  @Test
  void aPasswordInAnUnknownFormIsNone() {
    var old = Map.of("login", name, "password_hash", "d41d8cd98f00b204e9800998ecf8427e");
    var report =
        DATABASE.transaction(
            () -> imports.league(batch(List.of(), List.of(old), List.of()), "actor"));

    assertThat(report.imported()).isEqualTo(1);
    assertThat(report.rows().get(0).notes()).anyMatch(note -> note.contains("send a link"));
    assertThat(users.findByName(name).map(User::hasPassword)).hasValue(false);
  }

  @Test
  void aTokenWhoseClientOrPersonIsMissingIsSkipped() {
    var nobody = Map.of("token", Randomness.secret(), "client", id, "user_id", name);
    var homeless = Map.of("token", Randomness.secret(), "client", "other", "user_id", name);
    var report = owncloud(batch(List.of(client()), List.of(), List.of(nobody, homeless)));

    assertThat(report.skipped()).isEqualTo(2);
    assertThat(report.rows().get(1).notes()).anyMatch(note -> note.startsWith("Nobody here"));
    assertThat(report.rows().get(2).notes()).anyMatch(note -> note.startsWith("Its client"));
  }

  @Test
  void S17_anImportedTokenNeverHasScopesOfAdministrators() {
    var mixed = registered("read", Scopes.ADMINISTRATION);
    var reserved = registered(Scopes.ADMINISTRATION, Scopes.INSIGHT);
    var token = Randomness.secret();
    var rows =
        List.of(
            Map.of("token", token, "client", mixed, "user_id", name),
            Map.of("token", Randomness.secret(), "client", reserved, "user_id", name));
    var report = owncloud(batch(List.of(), List.of(person()), rows));

    assertThat(report.rows().get(1).outcome()).isEqualTo(Outcome.IMPORTED);
    assertThat(report.rows().get(2).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(grant(token).scopes()).isEqualTo(Scopes.of("read"));
  }

  private String registered(String... scopes) {
    var other = Randomness.secret();
    var grants = List.of("authorization_code", "refresh_token");
    var client =
        NewClient.of(other, "Both", ClientType.WEB, grants, List.of(CALLBACK), Scopes.of(scopes));
    DATABASE.transaction(
        () -> {
          clients.register(client, Optional.of(secret));
          return null;
        });
    return other;
  }

  private UserGrant grant(String token) {
    var id = tokens.find(token).orElseThrow().grantId().toString();
    return DATABASE.entities().find(UserGrant.class, id);
  }

  @Test
  void S17_aNamesakeGetsNobodysTokens() {
    add(new User(name, BCRYPT, clock.instant()));
    for (var mode : Batch.Mode.values()) {
      var report = owncloud(batch(mode, Randomness.secret()));

      assertThat(report.rows().get(0).outcome()).isEqualTo(Outcome.ALREADY_THERE);
      assertThat(report.rows().get(2).outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(report.rows().get(2).notes()).anyMatch(note -> note.contains("no import"));
    }
  }

  @Test
  void S17_aNameThatLooksAlikeIsAnother() {
    owncloud(batch(List.of(client()), List.of(person()), List.of()));
    var wide = Map.of("token", Randomness.secret(), "client", id, "user_id", "\uff50" + rest());
    var report = owncloud(batch(List.of(), List.of(), List.of(wide)));

    assertThat(users.findByName("\uff50" + rest())).isPresent();
    assertThat(report.skipped()).isEqualTo(1);
    assertThat(owncloud(of(Origin.HERE, wide)).skipped()).isEqualTo(1);
  }

  private String rest() {
    return name.substring(1);
  }

  @Test
  void S25_aTokenThatCouldBeGuessedIsSkipped() {
    var lengths = List.of(31, 32);
    var rows =
        lengths.stream()
            .map(length -> Randomness.secret().substring(0, length))
            .map(token -> Map.of("token", token, "client", id, "user_id", name))
            .toList();
    var report = owncloud(batch(List.of(client()), List.of(person()), rows));

    assertThat(report.rows().subList(2, 4))
        .extracting(Report.Line::outcome)
        .containsExactly(Outcome.SKIPPED, Outcome.IMPORTED);
  }

  @Test
  void peopleOfAStoreThatIsNamedKeepTheirTokens() {
    add(new User(name, BCRYPT, clock.instant()));
    owncloud(batch(List.of(client()), List.of(), List.of()));
    var token = Randomness.secret();
    var row = Map.of("token", token, "client", id, "user_id", name.toUpperCase(Locale.ROOT));

    assertThat(owncloud(of("elsewhere", row)).skipped()).isEqualTo(1);
    assertThat(owncloud(of(Origin.HERE, row)).imported()).isEqualTo(1);
    assertThat(grant(token).userId()).isEqualTo(users.findByName(name).orElseThrow().id());
  }

  private static Batch of(String store, Map<String, String> token) {
    return new Batch(
        Batch.Mode.WRITE,
        Scopes.NONE,
        Scopes.NONE,
        Optional.of(store),
        List.of(),
        List.of(),
        List.of(token));
  }

  private void add(User user) {
    DATABASE.transaction(
        () -> {
          people.add(user);
          return null;
        });
  }

  @Test
  void aClientWithNowhereToAnswerIsSkippedAndSaysWhy() {
    var wild = Map.of("identifier", id, "secret", secret, "redirect_uri", "https://*.example.org/");
    var report = owncloud(batch(List.of(wild), List.of(), List.of()));

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(report.rows().get(0).notes()).anyMatch(note -> note.contains("stands for many"));
    assertThat(clients.find(id)).isEmpty();
  }

  @Test
  void aHashedAndAShortSecretAreKeptAsHashes() {
    for (var text : List.of("quick hash", "short")) {
      var other = Randomness.secret();
      var row = Map.of("identifier", other, "secret", text, "grants", "client_credentials");
      var report =
          DATABASE.transaction(
              () -> imports.league(batch(List.of(row), List.of(), List.of()), "actor"));
      assertThat(report.rows().get(0).notes()).anyMatch(note -> note.startsWith("Its "));
      assertThat(secrets.alive(other).get(0).slowHash()).isPresent();
      assertThat(clients.find(other).orElseThrow().scopes()).isEqualTo(Scopes.of("read"));
    }
  }

  @Test
  void S20_slowHashesAreMadeBeforeAnythingIsWritten() {
    var client =
        NewClient.of(
            id,
            "Short",
            ClientType.MACHINE,
            List.of("client_credentials"),
            List.of(),
            Scopes.of("read"));
    var plan = ClientPlan.of(client, Optional.of("short"), ClientPlan.State.ACTIVE, List.of());
    var run = new Run(Batch.Mode.WRITE, "actor");
    var prepared = clientImport.prepare(List.of(plan), run);
    assertThat(hashes.made()).isEqualTo(1);

    DATABASE.transaction(() -> clientImport.take(prepared, run));
    assertThat(hashes.made()).isEqualTo(1);
    assertThat(secrets.alive(id).get(0).slowHash()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$2y$16$", "1|$2y$16$", "argon2$argon2id$v=19$", "pbkdf2_sha256$9000000$"})
  void S20_aHashThatIsNotTakenIsNoSecret(String beginning) {
    var row = with("secret", beginning + "x".repeat(60));
    var report = owncloud(batch(List.of(row), List.of(), List.of()));

    assertThat(report.rows().get(0).outcome()).isEqualTo(Outcome.IMPORTED);
    assertThat(report.rows().get(0).notes()).anyMatch(note -> note.contains("give it a new one"));
    assertThat(secrets.alive(id)).isEmpty();
  }

  private Map<String, String> with(String column, String text) {
    var row = new HashMap<>(client());
    row.put(column, text);
    return Map.copyOf(row);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0190f5e4-7b1a-7c3d-8e9f-0123456789ab", "0190F5E4-7B1A-4C3D-8E9F-0123456789AB"})
  void S17_noClientHasAnIdAsPeopleHave(String like) {
    var report = owncloud(batch(List.of(with("identifier", like)), List.of(), List.of()));

    assertThat(report.skipped()).isEqualTo(1);
    assertThat(clients.find(like)).isEmpty();
  }

  @Test
  void S09_theDigestOfATokenStaysForGood() {
    var rows = Injection.into(new ExpiredRows(), DATABASE.entities(), clock);

    assertThat(rows.kinds()).contains(UserGrant.class).doesNotContain(ImportedRefreshToken.class);
  }

  private Report owncloud(Batch batch) {
    return DATABASE.transaction(() -> imports.owncloud(batch, "actor"));
  }

  private Map<String, String> client() {
    return Map.of("identifier", id, "secret", secret, "redirect_uri", CALLBACK);
  }

  private Batch batch(Batch.Mode mode, String token) {
    var row =
        Map.of(
            "token",
            token,
            "client",
            id,
            "user_id",
            name,
            "planned_client",
            "true",
            "planned_user",
            "true");
    return new Batch(
        mode,
        Scopes.NONE,
        Scopes.NONE,
        Optional.empty(),
        List.of(client()),
        List.of(person()),
        List.of(row));
  }

  private Map<String, String> person() {
    return Map.of("uid", name, "password", "1|" + BCRYPT);
  }

  private static Batch batch(
      List<Map<String, String>> clients,
      List<Map<String, String>> people,
      List<Map<String, String>> tokens) {
    return new Batch(
        Batch.Mode.WRITE, Scopes.NONE, Scopes.NONE, Optional.empty(), clients, people, tokens);
  }
}
