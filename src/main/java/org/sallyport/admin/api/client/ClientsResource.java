package org.sallyport.admin.api.client;

import static org.sallyport.admin.api.problem.ApiError.CONFLICT;
import static org.sallyport.admin.api.problem.ApiError.INVALID;
import static org.sallyport.admin.api.problem.ApiError.MISSING;
import static org.sallyport.admin.api.problem.ApiError.STALE;
import static org.sallyport.admin.api.problem.ApiError.UNCONDITIONAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.description.Operation.Filter;
import org.sallyport.admin.api.description.Operation.Given;
import org.sallyport.admin.api.description.Operation.Sent;
import org.sallyport.admin.api.json.Body;
import org.sallyport.oauth.PathSegment;

/** The clients; an id that a path can't carry is written as ~ and its base64url. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/clients")
@Produces("application/json")
public class ClientsResource extends ApiResource {

  @Inject private ClientBook clients;
  @Inject private ClientChanges changes;

  @GET
  @Operation(
      value = "Lists clients by name",
      gives = ClientView.class,
      given = Given.PAGE,
      filters = {
        @Filter(name = "query", text = "A part of the name, the id or a redirect URI"),
        @Filter(
            name = "type",
            text = "What kind of application it is",
            values = {"web", "spa", "native", "device", "machine", "api"}),
        @Filter(
            name = "state",
            text = "Whether it is accepted",
            values = {"active", "inactive"})
      })
  public Response list() {
    var query = query();
    var found = clients.list(query);
    return page(query, found.items(), found.total());
  }

  @POST
  @Consumes("application/json")
  @Operation(
      value = "Registers a client",
      takes = ClientRequest.class,
      sent = Sent.PART,
      needs = {"type", "client_name"},
      example =
          "{\"type\":\"web\",\"client_name\":\"Photos\","
              + "\"redirect_uris\":[\"https://photos.example/callback\"]}",
      gives = ClientView.Made.class,
      status = 201,
      refuses = {CONFLICT, INVALID})
  public Response register(InputStream body) {
    var made = clients.register(Body.parse(body), by());
    return created("/clients/" + PathSegment.of(made.client().clientId()), made);
  }

  @GET
  @Path("/{client_id}")
  @Operation(
      value = "Shows a client",
      gives = ClientView.class,
      given = Given.VERSIONED,
      refuses = MISSING)
  public Response show(@PathParam("client_id") String segment) {
    return versioned(ClientView.of(clients.require(PathSegment.read(segment))));
  }

  @PATCH
  @Path("/{client_id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @Operation(
      value = "Changes a client",
      takes = ClientChange.class,
      sent = Sent.PATCH,
      example = "{\"publisher\":\"Example\",\"access_token_lifetime\":\"PT15M\"}",
      gives = ClientView.Changed.class,
      given = Given.VERSIONED,
      refuses = {MISSING, STALE, INVALID, UNCONDITIONAL})
  public Response change(@PathParam("client_id") String segment, InputStream body) {
    var id = PathSegment.read(segment);
    var client = clients.require(id);
    requireKnown(ClientView.of(client));
    var secret = changes.change(client, Body.parse(body), by(), this::requireKnown);
    var view = ClientView.of(clients.require(id));
    return versioned(view, new ClientView.Changed(view, secret));
  }

  @DELETE
  @Path("/{client_id}")
  @Operation(
      value = "Removes a client with all that it was given",
      status = 204,
      refuses = {MISSING, STALE, UNCONDITIONAL})
  public Response remove(@PathParam("client_id") String segment) {
    var id = PathSegment.read(segment);
    requireKnown(ClientView.of(clients.require(id)));
    clients.remove(id, by(), this::requireKnown);
    return Response.noContent().build();
  }
}
