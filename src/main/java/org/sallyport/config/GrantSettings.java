package org.sallyport.config;

import java.util.List;
import java.util.Set;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** Which grants this server serves at all, whatever a client's registration says. */
public record GrantSettings(
    @Setting(
            key = "sallyport.grants",
            text =
                "The grants that are served, by grant_type (device_code in short) and implicit,"
                    + " separated by commas; empty: all but password and implicit (RFC 9700 §2.1.2,"
                    + " §2.4).")
        List<String> grants) {

  private static final Set<String> RISKY = Set.of("password", "implicit");
  private static final String PREFIX = "urn:ietf:params:oauth:grant-type:";

  public GrantSettings {
    grants = grants.stream().map(GrantSettings::whole).distinct().toList();
  }

  private static String whole(String name) {
    return name.equals("device_code") ? PREFIX + name : name;
  }

  /** Everything but what must be named. */
  public static GrantSettings usual() {
    return new GrantSettings(List.of());
  }

  /** Whether a grant is served. */
  public boolean isOn(String type) {
    return grants.isEmpty() ? !RISKY.contains(type) : grants.contains(type);
  }

  /**
   * Checks that all names mean something.
   *
   * @throws ConfigurationException for the first that does not
   */
  public void checkAmong(List<String> known) {
    for (var name : grants) {
      if (!known.contains(name)) {
        throw new ConfigurationException(
            "sallyport.grants: \"%s\" is no grant of this server; write some of %s."
                .formatted(name, String.join(", ", known)));
      }
    }
  }
}
