package org.sallyport.admin.api.grant;

import static org.sallyport.admin.api.problem.ApiError.INVALID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.json.Body;

/** What has expired. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/purge")
@Produces("application/json")
public class PurgeResource extends ApiResource {

  @Inject private Purge purge;

  @POST
  @Consumes("application/json")
  @Operation(
      value = "Deletes expired rows now",
      takes = Purge.Choice.class,
      example = "{\"access_tokens\":true,\"refresh_tokens\":true,\"codes\":true}",
      gives = Purge.Counts.class,
      refuses = INVALID)
  public Response purge(InputStream body) {
    return ok(purge.run(Body.read(Purge.Choice.class, Body.parse(body)), by()));
  }
}
