package org.sallyport.testing;

import java.util.Optional;
import java.util.regex.Pattern;

/** Registers clients as an administrator does, on the page. */
public final class Administration {

  private static final Pattern CODE = Pattern.compile("<dd class=\"code\">([0-9A-Za-z]{64})</dd>");

  private final Person administrator;

  public Administration(Server server) {
    administrator = Person.of(server, "admin").loggedIn();
  }

  public Person administrator() {
    return administrator;
  }

  /** A client with the code and refresh grants; the type is confidential or public. */
  public App register(String type, String name, String redirectUri) {
    return register(
        redirectUri,
        "name",
        name,
        "type",
        type,
        "grant_types",
        "authorization_code",
        "grant_types",
        "refresh_token",
        "redirect_uris",
        redirectUri,
        "scopes",
        "read write");
  }

  /** A client as the form's fields say. */
  public App register(String redirectUri, String... fields) {
    var page = submit(fields);
    var codes = CODE.matcher(page.body()).results().map(hit -> hit.group(1)).toList();
    if (codes.isEmpty()) {
      throw new AssertionError("not created: " + page.body());
    }
    var secret = codes.size() > 1 ? Optional.of(codes.get(1)) : Optional.<String>empty();
    return new App(codes.get(0), secret, redirectUri.split("\\s")[0]);
  }

  /** The page after the form was sent. */
  public Page submit(String... fields) {
    return administrator.press(administrator.open("/admin/clients"), "create", fields);
  }
}
