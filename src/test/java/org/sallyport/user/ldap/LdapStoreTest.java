package org.sallyport.user.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sallyport.config.LdapStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.testing.Directory;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.store.Standing;
import org.sallyport.user.store.StoreAwayException;
import org.sallyport.user.store.StoredPerson;
import org.sallyport.user.store.UserStore;

/** A directory over real connections with TLS. */
@Timeout(60)
class LdapStoreTest {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Directory directory =
      Directory.start()
          .person("anna", "right", "mail: anna@example.org", "memberOf: cn=staff,ou=g,dc=example")
          .person("ben", "other");
  private final LdapStore store = store("ldaps://127.0.0.1:" + directory.tlsPort());

  @AfterEach
  void stop() {
    store.close();
    directory.close();
  }

  private LdapStore store(String url) {
    return store(
        url, "entryUUID", "(&(objectClass=person)(uid={username}))", "reader-of-the-directory");
  }

  private LdapStore store(String url, String id, String filter, String password) {
    var settings =
        new LdapStoreSettings(
            url,
            Optional.of(directory.certificate().toString()),
            false,
            Directory.ACCOUNT,
            password,
            Directory.BASE,
            filter,
            id,
            "uid",
            "pwdChangedTime",
            "memberOf",
            "ou=groups," + Directory.BASE,
            "(member={dn})",
            "(!(employeeType=robot))",
            2,
            Duration.ofSeconds(2));
    return new LdapStore("staff", settings, new SettableClock());
  }

  private static boolean logsIn(UserStore store, String username, String password) {
    return store.verify(store.find(username), password);
  }

  @Test
  void theDirectoryDecidesWhetherAPasswordIsRight() {
    assertThat(logsIn(store, "anna", "right")).isTrue();
    assertThat(logsIn(store, " ANNA ", "right")).isTrue();
    assertThat(logsIn(store, "anna", "other")).isFalse();
    assertThat(logsIn(store, "nobody", "right")).isFalse();
  }

  @Test
  void tlsIsStartedWhereTheUrlDoesNotBeginWithIt() {
    var starting = store("ldap://127.0.0.1:" + directory.port());

    assertThat(logsIn(starting, "anna", "right")).isTrue();
    assertThat(logsIn(starting, "anna", "wrong")).isFalse();
    starting.close();
  }

  @Test
  void aPasswordThatIsEmptyIsWrongThoughDirectoriesTakeIt() {
    assertThat(logsIn(store, "anna", "")).isFalse();
  }

  @Test
  void noNameIsAPartOfTheFilter() {
    for (var name : new String[] {"*", "an*", "anna)(uid=*", "x)(|(uid=anna", "\\2a", "anna\0"}) {
      assertThat(store.find(name)).as(name).isEmpty();
    }
  }

  @Test
  void onePersonIsReadWithAllThatTheEntrySays() {
    var anna = store.find("ANNA").orElseThrow();

    assertThat(anna.username()).isEqualTo("anna");
    assertThat(anna.profile().email()).contains("anna@example.org");
    assertThat(anna.profile().groups()).containsExactly("staff");
    assertThat(anna.standing().active()).isTrue();
    assertThat(store.standing(anna.id())).map(Standing::active).contains(true);
  }

  @Test
  void groupsOfGroupsAreSearchedForWhoeverHasLoggedIn() {
    directory.add("dn: ou=groups," + Directory.BASE, "objectClass: organizationalUnit");
    directory.add(
        "dn: cn=everyone,ou=groups," + Directory.BASE,
        "objectClass: groupOfNames",
        "cn: everyone",
        "member: uid=anna," + Directory.PEOPLE);

    var anna = store.welcome(store.find("anna").orElseThrow(), "right");

    assertThat(anna.profile().groups()).containsExactlyInAnyOrder("staff", "everyone");
  }

  @Test
  void S17_disabledExpiredLockedAndForeignAccountsAreNotActive() {
    var id = store.find("anna").orElseThrow().id();
    directory.change("anna", "userAccountControl", "514");
    assertThat(store.standing(id)).map(Standing::active).contains(false);
    directory.change("anna", "userAccountControl", "512");
    directory.change("anna", "accountExpires", "116444736000000000");
    assertThat(store.standing(id)).map(Standing::active).contains(false);
    directory.change("anna", "accountExpires", "9223372036854775807");
    assertThat(store.standing(id)).map(Standing::active).contains(true);
    directory.change("anna", "pwdAccountLockedTime", "000001010000Z");
    assertThat(store.standing(id)).map(Standing::active).contains(false);
    directory.change("anna", "employeeType", "robot");
    assertThat(store.standing(id)).isEmpty();
    assertThat(store.find("anna")).isEmpty();
  }

  @Test
  void S17_anAccountThatIsGoneIsGoneAndAPasswordChangeIsSeen() {
    var id = store.find("anna").orElseThrow().id();
    directory.change("anna", "pwdChangedTime", "20300101000000Z");
    var before = store.standing(id).flatMap(Standing::stamp);
    directory.change("anna", "pwdChangedTime", "20300102000000Z");
    var after = store.standing(id).flatMap(Standing::stamp);

    assertThat(before).isPresent();
    assertThat(after).isPresent().isNotEqualTo(before);
    directory.remove("anna");
    assertThat(store.standing(id)).isEmpty();
  }

  @Test
  void theIdOfActiveDirectoryIsBytes() {
    directory.person("carol", "right", "objectGUID:: AAECAwQFBgcICQoLDA0O/w==");
    var guids =
        store(
            "ldaps://127.0.0.1:" + directory.tlsPort(),
            "objectGUID",
            "(uid={username})",
            Directory.PASSWORD);

    var carol = guids.find("carol").orElseThrow();
    assertThat(carol.id()).isEqualTo("000102030405060708090a0b0c0d0eff");
    assertThat(guids.standing(carol.id())).isPresent();
    assertThat(guids.find("anna")).as("without an id").isEmpty();
    guids.close();
  }

  @Test
  void twoEntriesOfOneNameAreNobody() {
    directory.add(
        "dn: cn=another," + Directory.BASE, "objectClass: person", "cn: another", "uid: anna");

    assertThat(store.find("anna")).isEmpty();
  }

  @Test
  void aDirectoryThatIsAwayIsToldWithinFiveSeconds() {
    assertThat(logsIn(store, "anna", "right")).isTrue();
    var anna = store.find("anna");
    directory.close();

    assertAway(() -> store.find("anna"));
    assertAway(() -> store.verify(anna, "right"));
    assertAway(() -> store.standing(anna.map(StoredPerson::id).orElseThrow()));
  }

  @Test
  void aDirectoryThatNeverAnswersIsToldWithinFiveSeconds() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var tls = store("ldaps://127.0.0.1:" + silent.getLocalPort());
      var plain = store("ldap://127.0.0.1:" + silent.getLocalPort());

      assertAway(() -> tls.find("anna"));
      assertAway(() -> plain.find("anna"));
      tls.close();
      plain.close();
    }
  }

  @Test
  void aCertificateOfAnotherNameIsNotTrusted() {
    var other = store("ldaps://localhost:" + directory.tlsPort());
    assertAway(() -> other.find("anna"));
    other.close();
  }

  private static void assertAway(Runnable question) {
    var began = System.nanoTime();
    assertThatThrownBy(question::run).isInstanceOf(StoreAwayException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE);
  }

  @Test
  void wrongSettingsAreToldAtTheStart() {
    store.check();
    var url = "ldaps://127.0.0.1:" + directory.tlsPort();
    var refused = store(url, "entryUUID", "(uid={username})", "wrong");
    assertThatThrownBy(refused::check)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sallyport.user-store.staff.ldap.bind-dn");
    assertThatThrownBy(() -> store(url, "entryUUID", "(uid={username}", Directory.PASSWORD))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("sallyport.user-store.staff.ldap.filter");
    refused.close();
  }
}
