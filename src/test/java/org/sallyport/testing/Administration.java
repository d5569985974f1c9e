package org.sallyport.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Registers clients as an administrator does, on the page. */
public final class Administration {

  private static final Pattern CODE =
      Pattern.compile("<dd class=\"code\"[^>]*>([0-9A-Za-z]{64})</dd>");

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

  /** The page after the form was sent; scopes are one text, a type is confidential or a kind. */
  public Page submit(String... fields) {
    var kind = Map.of("confidential", "web", "public", "spa");
    var type = "web";
    var sent = new ArrayList<String>();
    for (var i = 0; i < fields.length; i += 2) {
      if (fields[i].equals("type")) {
        type = kind.getOrDefault(fields[i + 1], fields[i + 1]);
      } else {
        var words =
            fields[i].equals("scopes") ? fields[i + 1].split(" ") : new String[] {fields[i + 1]};
        for (var word : words) {
          sent.addAll(List.of(fields[i], word));
        }
      }
    }
    var form = administrator.open("/admin/clients/new?type=" + type);
    return administrator.press(form, "create", sent.toArray(String[]::new));
  }
}
