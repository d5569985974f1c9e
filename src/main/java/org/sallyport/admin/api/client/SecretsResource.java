package org.sallyport.admin.api.client;

import static org.sallyport.admin.api.problem.ApiError.CONFLICT;
import static org.sallyport.admin.api.problem.ApiError.INVALID;
import static org.sallyport.admin.api.problem.ApiError.MISSING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.description.Operation.Given;
import org.sallyport.admin.api.json.Body;
import org.sallyport.oauth.PathSegment;

/** The secrets of one client. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/clients/{client_id}/secrets")
@Produces("application/json")
public class SecretsResource extends ApiResource {

  @Inject private SecretBook secrets;

  @GET
  @Operation(
      value = "Lists the living secrets of a client, the oldest first",
      gives = SecretView.class,
      given = Given.PAGE,
      refuses = MISSING)
  public Response list(@PathParam("client_id") String clientId) {
    var query = query();
    var all = secrets.of(PathSegment.read(clientId));
    return page(query, all.stream().skip(query.first()).limit(query.size()).toList(), all.size());
  }

  @POST
  @Consumes("application/json")
  @Operation(
      value = "Adds a secret; two may live at once",
      takes = SecretView.Wanted.class,
      example = "{\"keep_old\":\"P7D\"}",
      gives = SecretView.Made.class,
      status = 201,
      refuses = {MISSING, CONFLICT, INVALID})
  public Response add(@PathParam("client_id") String clientId, InputStream body) {
    var wanted = Body.read(SecretView.Wanted.class, Body.parse(body));
    var made = secrets.add(PathSegment.read(clientId), wanted, by());
    return created("/clients/" + clientId + "/secrets/" + made.secret().id(), made);
  }

  @DELETE
  @Path("/{id}")
  @Operation(value = "Ends a secret at once", status = 204, refuses = MISSING)
  public Response end(@PathParam("client_id") String clientId, @PathParam("id") String id) {
    secrets.end(PathSegment.read(clientId), id, by());
    return Response.noContent().build();
  }
}
