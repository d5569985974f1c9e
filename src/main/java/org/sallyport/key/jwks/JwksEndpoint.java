package org.sallyport.key.jwks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sallyport.config.RotationSettings;
import org.sallyport.key.SigningKey;
import org.sallyport.key.SigningKeys;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.web.PublicDocument;

/** The JWK Set, RFC 7517 §5. */
@ApplicationScoped
@Path("/.well-known/jwks.json")
public class JwksEndpoint implements MetadataContributor {

  private record Published(List<String> kids, PublicDocument document) {}

  private static final String PATH = "/.well-known/jwks.json";

  @Inject private SigningKeys keys;
  @Inject private RotationSettings rotation;
  private volatile Published published = new Published(List.of(), null);

  @GET
  public Response get(@HeaderParam("If-None-Match") String known) {
    var document = document();
    var answer =
        document.isKnownBy(known)
            ? Response.notModified()
            : Response.ok(document.bytes()).type("application/json");
    return answer
        .header("ETag", document.tag())
        .header("Cache-Control", "public, max-age=" + rotation.caching().toSeconds())
        .build();
  }

  private PublicDocument document() {
    var kids = keys.all().stream().map(SigningKey::kid).toList();
    if (!published.kids.equals(kids)) {
      var jwks =
          keys.all().stream()
              .map(key -> (Map<String, Object>) key.jwk())
              .collect(Collectors.<Object>toList());
      var json = Json.object(Map.of("keys", jwks)).build().toString();
      published = new Published(kids, new PublicDocument(json));
    }
    return published.document;
  }

  @Override
  public void contribute(JsonObjectBuilder metadata, String issuer) {
    metadata.add("jwks_uri", issuer + PATH);
  }
}
