package org.sallyport.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicReference;
import org.sallyport.config.ServerSettings;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.MetadataContributor;
import org.sallyport.store.Changed;

/** Authorization server metadata, RFC 8414 §3; each feature contributes its part. */
@ApplicationScoped
@Path("/.well-known/oauth-authorization-server")
public class MetadataEndpoint {

  @Inject private ServerSettings settings;
  @Inject @Any private Instance<MetadataContributor> features;

  /** Replaced whole by a change, so that what was read before it is not kept after it. */
  private volatile AtomicReference<PublicDocument> memory = new AtomicReference<>();

  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    memory = new AtomicReference<>();
  }

  private PublicDocument document() {
    var current = memory;
    var document = current.get();
    if (document == null) {
      var metadata = Json.object().add("issuer", settings.issuer());
      features.forEach(feature -> feature.contribute(metadata, settings.issuer()));
      document = new PublicDocument(metadata.build().toString());
      current.set(document);
    }
    return document;
  }

  @GET
  public Response get(@HeaderParam("If-None-Match") String known) {
    var document = document();
    var answer =
        document.isKnownBy(known)
            ? Response.notModified()
            : Response.ok(document.bytes()).type("application/json");
    return answer
        .header("ETag", document.tag())
        .header("Cache-Control", PublicDocument.CACHING)
        .build();
  }
}
