package org.sallyport.config;

import org.sallyport.config.source.Setting;

/** The database. */
public record JdbcSettings(
    @Setting(
            key = "sallyport.jdbc.url",
            value = "jdbc:h2:file:./data/sallyport",
            text = "The JDBC URL: jdbc:postgresql:…, jdbc:mariadb:… or jdbc:h2:….")
        String url,
    @Setting(key = "sallyport.jdbc.user", text = "The database user.") String user,
    @Setting(key = "sallyport.jdbc.password", text = "The database user's password.", secret = true)
        String password) {}
