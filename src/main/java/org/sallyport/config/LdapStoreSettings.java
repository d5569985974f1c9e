package org.sallyport.config;

import java.time.Duration;
import java.util.Optional;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;
import org.sallyport.config.source.SettingsReader;

/** A directory of people: LDAP (RFC 4511), Active Directory among them. */
public record LdapStoreSettings(
    @Setting(
            key = "sallyport.user-store.NAME.ldap.url",
            text = "ldap: ldaps://host[:port], or ldap://host[:port], which starts TLS.")
        String url,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.ca",
            text =
                "ldap: a PEM file of the authority that signed the directory's certificate; without"
                    + " it those that Java trusts.")
        Optional<String> ca,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.insecure",
            value = "false",
            text =
                "ldap: true sends passwords without TLS to an ldap: URL: whoever is on the way reads"
                    + " them.")
        boolean insecure,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.bind-dn",
            text = "ldap: the account that looks people up; it needs to read only.")
        String bindDn,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.bind-password",
            text = "ldap: that account's password.",
            secret = true)
        String bindPassword,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.base",
            text = "ldap: the entry below which all people are.")
        String base,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.filter",
            value = "(&(objectClass=person)(uid={username}))",
            text =
                "ldap: the search filter (RFC 4515) for {username}, which is escaped; for Active"
                    + " Directory (&(objectCategory=person)(sAMAccountName={username})).")
        String filter,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.id",
            value = "entryUUID",
            text =
                "ldap: the attribute that never changes and is never given to another: entryUUID,"
                    + " or objectGUID in Active Directory.")
        String id,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.username",
            value = "uid",
            text = "ldap: the attribute of the username; sAMAccountName in Active Directory.")
        String username,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.stamp",
            value = "pwdChangedTime",
            text =
                "ldap: an attribute that changes with the password; pwdLastSet in Active"
                    + " Directory.")
        String stamp,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.groups",
            value = "memberOf",
            text = "ldap: the attribute of people's entries that names their groups.")
        String groups,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.groups.base",
            text =
                "ldap: the entry below which groups of groups are searched too, at the cost of one"
                    + " more query; empty for none.")
        String groupsBase,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.groups.filter",
            value = "(member:1.2.840.113556.1.4.1941:={dn})",
            text =
                "ldap: the search filter for all groups of {dn}; the default is Active Directory's"
                    + " for nested ones.")
        String groupsFilter,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.active",
            text =
                "ldap: a search filter that only people who may log in fulfil; that accounts of"
                    + " Active Directory are not disabled or expired is always asked.")
        String active,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.pool",
            value = "5",
            text = "ldap: the most connections of this node, 1 to 50.")
        int pool,
    @Setting(
            key = "sallyport.user-store.NAME.ldap.timeout",
            value = "PT2S",
            text = "ldap: the longest wait for a connection, and for an answer, PT1S to PT2S.")
        Duration timeout) {

  static LdapStoreSettings read(String name) {
    var settings = SettingsReader.read(LdapStoreSettings.class, name);
    settings.check("sallyport.user-store." + name + ".ldap.");
    return settings;
  }

  private void check(String prefix) {
    if (!url.matches("ldaps?://[^/?#\\s]+/?")) {
      throw new ConfigurationException(
          prefix + "url: it is not ldaps://host or ldap://host; write ldaps://dc.example.org.");
    } else if (base.isEmpty()) {
      throw new ConfigurationException(
          prefix + "base: it is missing; write the entry of your people, as dc=example,dc=org.");
    } else if (!filter.contains("{username}")) {
      throw new ConfigurationException(
          prefix + "filter: it has no {username}; write (uid={username}) for example.");
    } else if (bindDn.isEmpty() != bindPassword.isEmpty()) {
      // RFC 4513 §5.1.2: a name without a password would be taken as nobody at all.
      throw new ConfigurationException(
          prefix + "bind-password: it or bind-dn is missing; set both, or none.");
    } else if (pool < 1 || pool > 50) {
      throw new ConfigurationException(
          prefix + "pool: %d is not from 1 to 50; write 5.".formatted(pool));
    } else if (timeout.toSeconds() < 1 || timeout.toSeconds() > 2) {
      throw new ConfigurationException(
          prefix + "timeout: %s is not from PT1S to PT2S; write PT2S.".formatted(timeout));
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "LdapStoreSettings[" + url + "]";
  }
}
