package org.sallyport.user.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.util.StaticUtils;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sallyport.config.LdapStoreSettings;
import org.sallyport.user.store.Profile;
import org.sallyport.user.store.Standing;
import org.sallyport.user.store.StoredPerson;

/** What a person's entry says. */
record LdapEntry(SearchResultEntry entry, LdapStoreSettings settings) {

  private static final String CONTROL = "userAccountControl";
  private static final String EXPIRES = "accountExpires";
  private static final String LOCKED = "pwdAccountLockedTime";
  private static final String LOCKED_FOR_GOOD = "000001010000Z";

  /** Microsoft's count of 100 nanoseconds began in 1601. */
  private static final long EPOCH_SECONDS = 11_644_473_600L;

  private static final long PER_SECOND = 10_000_000L;
  private static final long DISABLED = 2;

  /** The names of the attributes that are read. */
  static String[] attributes(LdapStoreSettings settings) {
    return new String[] {
      settings.id(),
      settings.username(),
      settings.stamp(),
      settings.groups(),
      "displayName",
      "cn",
      "mail",
      "preferredLanguage",
      CONTROL,
      EXPIRES,
      LOCKED,
      "nsAccountLock"
    };
  }

  StoredPerson person(String typed, Instant now) {
    var profile =
        new Profile(
            text("displayName").or(() -> text("cn")),
            text("mail"),
            text("preferredLanguage"),
            List.of(),
            Map.of());
    return StoredPerson.of(
        id(), text(settings.username()).orElse(typed), standing(now), entry.getDN(), profile);
  }

  /** The id as a text: that of Active Directory is bytes. */
  private String id() {
    return isBytes(settings.id())
        ? StaticUtils.toHex(entry.getAttributeValueBytes(settings.id()))
        : entry.getAttributeValue(settings.id());
  }

  static boolean isBytes(String attribute) {
    return attribute.equalsIgnoreCase("objectGUID");
  }

  boolean hasId() {
    return entry.hasAttribute(settings.id());
  }

  Standing standing(Instant now) {
    var active = !isDisabled() && !isExpired(now);
    return new Standing(active, Optional.empty()).with(text(settings.stamp()));
  }

  private boolean isDisabled() {
    var control = entry.getAttributeValueAsLong(CONTROL);
    return control != null && (control & DISABLED) != 0
        || LOCKED_FOR_GOOD.equals(entry.getAttributeValue(LOCKED))
        || "true".equalsIgnoreCase(entry.getAttributeValue("nsAccountLock"));
  }

  private boolean isExpired(Instant now) {
    var expires = entry.getAttributeValueAsLong(EXPIRES);
    return expires != null
        && expires > 0
        && expires < Long.MAX_VALUE
        && expires / PER_SECOND - EPOCH_SECONDS < now.getEpochSecond();
  }

  /** The names of the groups that the entry tells itself. */
  List<String> groups() {
    var values = entry.getAttributeValues(settings.groups());
    return values == null ? List.of() : Arrays.stream(values).map(LdapEntry::name).toList();
  }

  /** A group's short name: the last part of its place in the tree. */
  static String name(String dn) {
    try {
      var rdn = new DN(dn).getRDN();
      return rdn == null ? dn : rdn.getAttributeValues()[0];
    } catch (LDAPException noDn) {
      return dn;
    }
  }

  private Optional<String> text(String attribute) {
    return attribute.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(entry.getAttributeValue(attribute)).filter(t -> !t.isBlank());
  }
}
