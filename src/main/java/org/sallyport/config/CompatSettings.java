package org.sallyport.config;

import org.sallyport.config.source.Setting;

/** What this server does as other systems did it. */
public record CompatSettings(
    @Setting(
            key = "sallyport.compat.owncloud",
            value = "false",
            text =
                "true lets the endpoints answer where ownCloud had them too:"
                    + " /apps/oauth2/authorize and /apps/oauth2/api/v1/token, also below"
                    + " /index.php.")
        boolean owncloud) {}
