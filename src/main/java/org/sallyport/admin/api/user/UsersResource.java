package org.sallyport.admin.api.user;

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

/** The people. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/users")
@Produces("application/json")
public class UsersResource extends ApiResource {

  @Inject private UserBook users;
  @Inject private UserDeeds deeds;

  @GET
  @Operation(
      value = "Lists people by name",
      gives = UserView.class,
      given = Given.PAGE,
      filters = {
        @Filter(name = "query", text = "The beginning of the username, or the id"),
        @Filter(
            name = "state",
            text = "Whether the person can sign in",
            values = {"active", "disabled"}),
        @Filter(
            name = "role",
            text = "Whether the person may administer this server",
            values = {"administrator", "person"})
      })
  public Response list() {
    var query = query();
    var found = users.list(query);
    return page(query, found.items(), found.total());
  }

  @POST
  @Consumes("application/json")
  @Operation(
      value = "Adds a person",
      takes = UserView.Wanted.class,
      example = "{\"username\":\"carol\"}",
      gives = UserView.Made.class,
      status = 201,
      refuses = INVALID)
  public Response add(InputStream body) {
    var made = deeds.add(Body.read(UserView.Wanted.class, Body.parse(body)), by());
    return created("/users/" + made.user().id(), made);
  }

  @GET
  @Path("/{id}")
  @Operation(
      value = "Shows a person",
      gives = UserView.class,
      given = Given.VERSIONED,
      refuses = MISSING)
  public Response show(@PathParam("id") String id) {
    return versioned(UserView.of(users.require(id)));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @Operation(
      value = "Changes a person",
      takes = UserSettings.class,
      sent = Sent.PATCH,
      example = "{\"active\":false}",
      gives = UserView.class,
      given = Given.VERSIONED,
      refuses = {MISSING, CONFLICT, STALE, INVALID, UNCONDITIONAL})
  public Response change(@PathParam("id") String id, InputStream body) {
    var user = users.require(id);
    var shown = UserView.of(user);
    requireKnown(shown);
    var wanted = Body.patch(shown.settings(), shown, Body.parse(body));
    deeds.change(user, wanted, by(), this::requireKnown);
    return versioned(UserView.of(users.require(id)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      value = "Removes a person with all that is theirs",
      status = 204,
      refuses = {MISSING, CONFLICT, STALE, UNCONDITIONAL})
  public Response remove(@PathParam("id") String id) {
    var user = users.require(id);
    requireKnown(UserView.of(user));
    deeds.remove(user, by(), this::requireKnown);
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/reset-link")
  @Operation(
      value = "Makes a link to choose a new password",
      gives = UserView.Link.class,
      refuses = {MISSING, CONFLICT})
  public Response resetLink(@PathParam("id") String id) {
    return ok(deeds.resetLink(users.require(id), by()));
  }

  @POST
  @Path("/{id}/end-access")
  @Operation(
      value = "Ends all sign-ins of a person, and all that the person allowed",
      status = 204,
      refuses = MISSING)
  public Response endAccess(@PathParam("id") String id) {
    deeds.endAccess(users.require(id), by());
    return Response.noContent().build();
  }

  @POST
  @Path("/{id}/unlock")
  @Operation(value = "Forgets the failed sign-ins of a person", status = 204, refuses = MISSING)
  public Response unlock(@PathParam("id") String id) {
    deeds.unlock(users.require(id), by());
    return Response.noContent().build();
  }
}
