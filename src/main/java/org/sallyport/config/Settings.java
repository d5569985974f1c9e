package org.sallyport.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.sallyport.config.source.ConfigurationException;
import org.sallyport.config.source.SettingsReader;

/** Gives every part its settings, and the clock. */
@ApplicationScoped
public class Settings {

  /** Every record there is: the reference of settings is made of this list. */
  public static final List<Class<? extends Record>> RECORDS =
      List.of(
          ServerSettings.class,
          FirstRunSettings.class,
          JdbcSettings.class,
          KeySettings.class,
          RotationSettings.class,
          LifetimeSettings.class,
          AuditSettings.class,
          PasswordSettings.class,
          DeviceSettings.class,
          GrantSettings.class,
          UserStoreSettings.Names.class,
          BrandSettings.class,
          LoginSettings.class,
          CompatSettings.class);

  /** Those of each store of people, named by another setting, with that name in their keys. */
  public static final List<Class<? extends Record>> RECORDS_OF_STORES =
      List.of(UserStoreSettings.Kind.class, SqlStoreSettings.class, LdapStoreSettings.class);

  /**
   * Reads all of them.
   *
   * @throws ConfigurationException for the first that is wrong
   */
  public static void check() {
    RECORDS.forEach(SettingsReader::read);
    UserStoreSettings.read();
  }

  @Produces
  @Singleton
  ServerSettings server() {
    return SettingsReader.read(ServerSettings.class);
  }

  @Produces
  @Singleton
  FirstRunSettings firstRun() {
    return SettingsReader.read(FirstRunSettings.class);
  }

  @Produces
  @Singleton
  KeySettings keys() {
    return SettingsReader.read(KeySettings.class);
  }

  @Produces
  @Singleton
  RotationSettings rotation() {
    return SettingsReader.read(RotationSettings.class);
  }

  @Produces
  @Singleton
  LifetimeSettings lifetimes() {
    return SettingsReader.read(LifetimeSettings.class);
  }

  @Produces
  @Singleton
  AuditSettings audit() {
    return SettingsReader.read(AuditSettings.class);
  }

  @Produces
  @Singleton
  PasswordSettings passwords() {
    return SettingsReader.read(PasswordSettings.class);
  }

  @Produces
  @Singleton
  DeviceSettings devices() {
    return SettingsReader.read(DeviceSettings.class);
  }

  @Produces
  @Singleton
  GrantSettings grants() {
    return SettingsReader.read(GrantSettings.class);
  }

  @Produces
  @Singleton
  UserStoreSettings userStores() {
    return UserStoreSettings.read();
  }

  @Produces
  @Singleton
  BrandSettings brand() {
    return SettingsReader.read(BrandSettings.class);
  }

  @Produces
  @Singleton
  LoginSettings logins() {
    return SettingsReader.read(LoginSettings.class);
  }

  @Produces
  @Singleton
  CompatSettings compat() {
    return SettingsReader.read(CompatSettings.class);
  }

  @Produces
  @Singleton
  Clock clock() {
    // Milliseconds, as the database keeps them: what is equal there is equal here.
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
