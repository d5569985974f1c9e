package org.sallyport.admin.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sallyport.client.NewClient;

/** What whoever builds the application needs of its new client: values, addresses, commands. */
public class ClientGuide {

  private static final String UNKNOWN = "PASTE_THE_SECRET_HERE";

  private final NewClient client;
  private final String secret;
  private final String issuer;

  /** For a client that exists, whose secret is not known here. */
  static ClientGuide of(NewClient client, String issuer) {
    var secret = Optional.of(UNKNOWN).filter(text -> client.type().isConfidential());
    return new ClientGuide(new ClientAdministration.Made(client, secret), issuer);
  }

  ClientGuide(ClientAdministration.Made made, String issuer) {
    this.client = made.client();
    this.secret = made.secret().orElse(null);
    this.issuer = issuer;
  }

  /** A named value: the key of its words, and what to copy. */
  public record Item(String key, String value) {
    public String getKey() {
      return key;
    }

    public String getValue() {
      return value;
    }
  }

  public String getId() {
    return client.id();
  }

  public String getName() {
    return client.name();
  }

  /** Shown in this answer only; null for a public client. */
  public String getSecret() {
    return secret;
  }

  /** The endpoints that this type of client calls. */
  public List<Item> getEndpoints() {
    var items = new ArrayList<Item>();
    items.add(new Item("client.guide.issuer", issuer));
    if (client.grantTypes().contains("authorization_code")) {
      items.add(new Item("client.guide.authorize", issuer + "/authorize"));
    }
    if (client.grantTypes().contains(ClientRules.DEVICE)) {
      items.add(new Item("client.guide.device", issuer + "/device_authorization"));
    }
    if (!client.grantTypes().isEmpty()) {
      items.add(new Item("client.guide.token", issuer + "/token"));
    }
    if (client.mayIntrospect()) {
      items.add(new Item("client.guide.introspect", issuer + "/introspect"));
      items.add(new Item("client.guide.keys", issuer + "/.well-known/jwks.json"));
    }
    items.add(
        new Item("client.guide.metadata", issuer + "/.well-known/oauth-authorization-server"));
    return items;
  }

  /** Commands for a shell that has curl and openssl; they work as they are. */
  public List<Item> getCommands() {
    if (client.grantTypes().contains("authorization_code")) {
      return List.of(
          new Item("client.guide.ask", askForCode()), new Item("client.guide.redeem", redeem()));
    } else if (client.grantTypes().contains(ClientRules.DEVICE)) {
      return List.of(
          new Item("client.guide.connect", connect()), new Item("client.guide.poll", poll()));
    } else if (client.grantTypes().contains("client_credentials")) {
      return List.of(new Item("client.guide.machine", askForToken()));
    }
    return List.of(new Item("client.guide.look", lookAtToken()));
  }

  private String askForCode() {
    var scope = client.scopes().isEmpty() ? "" : "&scope=" + encoded(client.scopes().toString());
    return """
    verifier=$(openssl rand -base64 48 | tr '+/' '-_')
    challenge=$(printf %%s "$verifier" | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '=')
    echo "%s/authorize?response_type=code&client_id=%s&redirect_uri=%s%s&state=$(openssl rand -hex 8)&code_challenge=$challenge&code_challenge_method=S256"\
    """
        .formatted(issuer, encoded(client.id()), encoded(firstRedirect()), scope);
  }

  private String redeem() {
    return """
    code=PASTE_THE_CODE_HERE
    curl -s %s/token%s \\
      -d grant_type=authorization_code \\
      -d "code=$code" \\
      --data-urlencode %s \\
      -d "code_verifier=$verifier"\
    """
        .formatted(issuer, proof(), quoted("redirect_uri=" + firstRedirect()));
  }

  private String connect() {
    return """
    curl -s -X POST %s/device_authorization%s%s\
    """
        .formatted(issuer, proof(), scope());
  }

  private String poll() {
    return """
    device_code=PASTE_THE_DEVICE_CODE_HERE
    curl -s %s/token%s \\
      -d grant_type=%s \\
      -d "device_code=$device_code"\
    """
        .formatted(issuer, proof(), ClientRules.DEVICE);
  }

  private String scope() {
    return client.scopes().isEmpty() ? "" : " \\\n  -d " + quoted("scope=" + client.scopes());
  }

  private String askForToken() {
    return """
    curl -s %s/token%s \\
      -d grant_type=client_credentials%s\
    """
        .formatted(issuer, proof(), scope());
  }

  private String lookAtToken() {
    return """
    curl -s %s/introspect%s \\
      -d token=PASTE_A_TOKEN_HERE\
    """
        .formatted(issuer, proof());
  }

  /** RFC 6749 §2.3.1: Basic where there is a secret; our ids and secrets need no encoding. */
  private String proof() {
    return secret == null
        ? " \\\n  -d client_id=" + client.id()
        : " \\\n  -u " + client.id() + ":" + secret;
  }

  private String firstRedirect() {
    return client.redirectUris().isEmpty() ? "" : client.redirectUris().get(0);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** One word of a shell, whatever it holds. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
