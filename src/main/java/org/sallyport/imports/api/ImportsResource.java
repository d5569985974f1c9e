package org.sallyport.imports.api;

import static org.sallyport.admin.api.problem.ApiError.INVALID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.function.BiFunction;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.imports.Batch;
import org.sallyport.imports.Imports;
import org.sallyport.imports.MalformedBatchException;
import org.sallyport.imports.Report;

/** Rows of other systems, a batch a request. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/imports")
@Consumes("application/json")
@Produces("application/json")
public class ImportsResource extends ApiResource {

  @Inject private Imports imports;

  @POST
  @Path("/owncloud")
  @Operation(
      value = "Imports clients, people and refresh tokens of ownCloud",
      takes = BatchRequest.class,
      gives = Report.class,
      refuses = INVALID)
  public Response owncloud(InputStream body) {
    return taken(body, imports::owncloud);
  }

  @POST
  @Path("/league")
  @Operation(
      value = "Imports clients of League and people of Ibexa",
      takes = BatchRequest.class,
      gives = Report.class,
      refuses = INVALID)
  public Response league(InputStream body) {
    return taken(body, imports::league);
  }

  private Response taken(InputStream body, BiFunction<Batch, String, Report> imported) {
    try {
      var batch = Body.read(BatchRequest.class, Body.parse(body)).batch();
      return ok(imported.apply(batch, by()));
    } catch (MalformedBatchException e) {
      throw ApiProblem.of(e.field(), e.getMessage());
    }
  }
}
