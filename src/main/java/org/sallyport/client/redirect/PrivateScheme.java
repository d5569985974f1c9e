package org.sallyport.client.redirect;

import java.util.Set;
import java.util.regex.Pattern;

/** Schemes that an app claims for itself, RFC 8252 §7.1: none that a browser or a system serves. */
final class PrivateScheme {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]{1,62}");

  private static final Set<String> SERVED =
      Set.of(
          "about",
          "android-app",
          "blob",
          "browser",
          "callto",
          "chrome",
          "chrome-extension",
          "cid",
          "content",
          "data",
          "dav",
          "edge",
          "facetime",
          "feed",
          "file",
          "filesystem",
          "ftp",
          "ftps",
          "geo",
          "git",
          "gopher",
          "help",
          "hcp",
          "http",
          "https",
          "imap",
          "intent",
          "irc",
          "ircs",
          "itms",
          "itms-apps",
          "itms-services",
          "jar",
          "javascript",
          "jnlp",
          "ldap",
          "ldaps",
          "livescript",
          "mailto",
          "maps",
          "market",
          "mhtml",
          "mid",
          "mk",
          "mms",
          "mocha",
          "moz-extension",
          "news",
          "nfs",
          "nntp",
          "opera",
          "pop",
          "prefs",
          "resource",
          "rlogin",
          "rtsp",
          "safari-extension",
          "search",
          "search-ms",
          "sftp",
          "shell",
          "sip",
          "sips",
          "sms",
          "smsto",
          "smb",
          "snews",
          "ssh",
          "steam",
          "svn",
          "tel",
          "telnet",
          "tftp",
          "tn3270",
          "urn",
          "uuid",
          "vbs",
          "vbscript",
          "view-source",
          "wais",
          "webcal",
          "ws",
          "wss",
          "wyciwyg",
          "x-apple",
          "xmpp",
          "xri");

  private PrivateScheme() {}

  static boolean isPrivate(String scheme) {
    return scheme != null
        && SCHEME.matcher(scheme).matches()
        && !SERVED.contains(scheme)
        && !scheme.startsWith("ms-")
        && !scheme.startsWith("web+");
  }
}
