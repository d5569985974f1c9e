package org.sallyport.user.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.config.LdapStoreSettings;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.oauth.Randomness;
import org.sallyport.user.store.Standing;
import org.sallyport.user.store.StoredPerson;
import org.sallyport.user.store.UserStore;

/**
 * A directory of people: one search finds the entry with all that is asked of it, and one bind with
 * the person's own password is the login (RFC 4513 §5.1.3).
 */
final class LdapStore implements UserStore {

  private static final String USERNAME = "{username}";
  private static final String DN_OF_PERSON = "{dn}";

  private final String name;
  private final LdapStoreSettings settings;
  private final LdapDirectory directory;
  private final Clock clock;

  LdapStore(String name, LdapStoreSettings settings, Clock clock) {
    this.name = name;
    this.settings = settings;
    this.clock = clock;
    filter("filter", settings.filter(), USERNAME, "x");
    filter("groups.filter", settings.groupsFilter(), DN_OF_PERSON, "cn=x");
    if (!settings.active().isEmpty()) {
      filter("active", settings.active(), "", "");
    }
    this.directory = new LdapDirectory(name, settings);
  }

  /** An operator's filter with a value that is only a value, whatever it contains. */
  private Filter filter(String key, String text, String word, String value) {
    try {
      return Filter.create(word.isEmpty() ? text : text.replace(word, Filter.encodeValue(value)));
    } catch (LDAPException e) {
      throw wrong(key, "it is not a search filter (RFC 4515)");
    }
  }

  private ConfigurationException wrong(String key, String what) {
    return new ConfigurationException(
        "sallyport.user-store.%s.ldap.%s: %s; correct it.".formatted(name, key, what));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<StoredPerson> find(String username) {
    var typed = username.strip();
    try {
      return search(filter("filter", settings.filter(), USERNAME, typed))
          .map(found -> person(found, typed));
    } catch (LDAPException e) {
      // A name that the directory cannot read is nobody's, and says nothing of the directory.
      if (LdapDirectory.isAboutValue(e)) {
        return Optional.empty();
      }
      throw directory.away(e);
    }
  }

  private StoredPerson person(LdapEntry found, String typed) {
    var person = found.person(typed, clock.instant());
    return person.with(person.standing(), person.profile().with(found.groups(), Map.of()));
  }

  /** The one active entry of a filter. */
  private Optional<LdapEntry> search(Filter filter) throws LDAPException {
    var found = directory.people(activeOnly(filter), LdapEntry.attributes(settings));
    return found.stream()
        .filter(entry -> found.size() == 1)
        .map(entry -> new LdapEntry(entry, settings))
        .filter(LdapEntry::hasId)
        .findFirst();
  }

  private Filter activeOnly(Filter filter) {
    return settings.active().isEmpty()
        ? filter
        : Filter.createANDFilter(filter, filter("active", settings.active(), "", ""));
  }

  @Override
  public boolean verify(Optional<StoredPerson> person, String password) {
    // RFC 4513 §5.1.2: a bind without a password succeeds, and proves nothing.
    return !password.isEmpty()
        && directory.binds(person.map(StoredPerson::secret).orElseGet(this::nobody), password)
        && person.isPresent();
  }

  private String nobody() {
    return new RDN("cn", "nobody-" + Randomness.name()) + "," + settings.base();
  }

  @Override
  public Optional<Standing> standing(String id) {
    try {
      return search(byId(id)).map(found -> found.standing(clock.instant()));
    } catch (LDAPException e) {
      throw directory.away(e);
    }
  }

  private Filter byId(String id) {
    if (!LdapEntry.isBytes(settings.id())) {
      return Filter.createEqualityFilter(settings.id(), id);
    }
    try {
      return Filter.createEqualityFilter(settings.id(), StaticUtils.fromHex(id));
    } catch (ParseException e) {
      throw new IllegalStateException("the id of a person of " + name + " is no row of bytes", e);
    }
  }

  /** Groups of groups are searched only for whoever is who they say. */
  @Override
  public StoredPerson welcome(StoredPerson person, String password) {
    if (settings.groupsBase().isEmpty()) {
      return person;
    }
    var filter = filter("groups.filter", settings.groupsFilter(), DN_OF_PERSON, person.secret());
    var all = new ArrayList<>(person.profile().groups());
    try {
      directory.groups(filter).stream()
          .map(group -> LdapEntry.name(group.getDN()))
          .filter(group -> !all.contains(group))
          .forEach(all::add);
    } catch (LDAPException e) {
      throw directory.away(e);
    }
    return person.with(person.standing(), person.profile().with(List.copyOf(all), Map.of()));
  }

  @Override
  public void check() {
    if (!DN.isValidDN(settings.base())) {
      throw wrong("base", "it is not the name of an entry (RFC 4514)");
    }
    try {
      directory.people(filter("filter", settings.filter(), USERNAME, Randomness.name()), "1.1");
    } catch (LDAPException e) {
      var code = e.getResultCode();
      if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
        throw wrong("bind-dn", "the directory refuses it or its password");
      } else if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
        throw wrong("base", "the directory has no such entry");
      }
      throw directory.away(e);
    }
  }

  @Override
  public void close() {
    directory.close();
  }
}
