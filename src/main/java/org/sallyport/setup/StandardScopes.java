package org.sallyport.setup;

import java.util.List;
import java.util.Map;
import org.sallyport.client.Scope;

/** The scopes of OpenID Connect Core 1.0 §5.4 that userinfo knows, in words, for a new server. */
final class StandardScopes {

  private StandardScopes() {}

  /** Whose token it is. */
  static Scope openid() {
    return new Scope("openid", "Know that it is you, each time")
        .inWords(
            Map.of("de", "Wissen, dass Sie es sind, jedes Mal", "ar", "معرفة أنك أنت في كل مرة"));
  }

  /** The name and the language. */
  static Scope profile() {
    return new Scope("profile", "See who you are")
        .inWords(Map.of("de", "Sehen, wer Sie sind", "ar", "معرفة من أنت"));
  }

  /** The address. */
  static Scope email() {
    return new Scope("email", "See your email address")
        .inWords(
            Map.of("de", "Ihre E-Mail-Adresse sehen", "ar", "الاطلاع على عنوان بريدك الإلكتروني"));
  }

  /** All of them. */
  static List<Scope> all() {
    return List.of(openid(), profile(), email());
  }
}
