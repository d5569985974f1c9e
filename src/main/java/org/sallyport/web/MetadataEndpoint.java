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
  private volatile PublicDocument ready;

  void forget(
      @Observes(notifyObserver = Reception.IF_EXISTS, during = TransactionPhase.AFTER_SUCCESS)
          Changed change) {
    ready = null;
  }

  private PublicDocument document() {
    var document = ready;
    if (document == null) {
      var metadata = Json.object().add("issuer", settings.issuer());
      features.forEach(feature -> feature.contribute(metadata, settings.issuer()));
      document = new PublicDocument(metadata.build().toString());
      ready = document;
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
