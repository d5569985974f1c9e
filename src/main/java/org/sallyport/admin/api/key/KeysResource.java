package org.sallyport.admin.api.key;

import static org.sallyport.admin.api.problem.ApiError.CONFLICT;
import static org.sallyport.admin.api.problem.ApiError.INVALID;
import static org.sallyport.admin.api.problem.ApiError.MISSING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** The keys that sign tokens. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/keys")
@Produces("application/json")
public class KeysResource extends ApiResource {

  @Inject private KeyBook keys;

  @GET
  @Operation(
      value = "Lists signing keys by algorithm, the one that signs first",
      gives = KeyItem.class,
      given = Given.PAGE)
  public Response list() {
    var query = query();
    var all = keys.list();
    return page(query, all.stream().skip(query.first()).limit(query.size()).toList(), all.size());
  }

  @POST
  @Path("/rotate")
  @Consumes("application/json")
  @Operation(
      value = "Lets another key follow, announced or at once",
      takes = KeyItem.Rotation.class,
      example = "{\"algorithm\":\"ES256\",\"at_once\":false}",
      gives = KeyItem.class,
      refuses = {CONFLICT, INVALID})
  public Response rotate(InputStream body) {
    return ok(keys.rotate(Body.read(KeyItem.Rotation.class, Body.parse(body)), by()));
  }

  @POST
  @Path("/{kid}/withdraw")
  @Operation(
      value = "Refuses what a retired key has signed",
      status = 204,
      refuses = {MISSING, CONFLICT})
  public Response withdraw(@PathParam("kid") String kid) {
    keys.withdraw(kid, by());
    return Response.noContent().build();
  }
}
