package org.sallyport.config;

import java.util.Optional;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.Setting;

/** The first administrator of a server that has none, for starts that nobody watches. */
public record FirstRunSettings(
    @Setting(
            key = "sallyport.admin.username",
            text =
                "The first administrator, made at the start of a server that has none; without it"
                    + " such a start writes a setup link into the log.")
        Optional<String> username,
    @Setting(
            key = "sallyport.admin.password",
            text = "The first administrator's password, best by sallyport.admin.password.file.",
            secret = true)
        Optional<String> password) {

  public FirstRunSettings {
    if (username.isPresent() != password.isPresent()) {
      var missing = username.isPresent() ? "password" : "username";
      throw new ConfigurationException(
          "sallyport.admin.%s: it is missing beside its other half; set both or none."
              .formatted(missing));
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "FirstRunSettings[" + username.orElse("") + "]";
  }
}
