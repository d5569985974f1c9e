package org.sallyport.config;

import org.sallyport.config.source.Setting;

/** What this server does as other systems did it, and whether it takes what they kept. */
public record CompatSettings(
    @Setting(
            key = "sallyport.compat.owncloud",
            value = "false",
            text =
                "true lets the endpoints answer where ownCloud had them too:"
                    + " /apps/oauth2/authorize and /apps/oauth2/api/v1/token, also below"
                    + " /index.php.")
        boolean owncloud,
    @Setting(
            key = "sallyport.imports",
            value = "false",
            text =
                "true lets the API take clients, people and refresh tokens of other systems: who may"
                    + " administer can then act as anybody here. Switch it off again afterwards.")
        boolean imports) {}
