package org.sallyport.admin.api.scope;

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

/** The scopes; a name that a path can't carry is written as ~ and its base64url. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT + "/scopes")
@Produces("application/json")
public class ScopesResource extends ApiResource {

  @Inject private ScopeBook scopes;

  @GET
  @Operation(
      value = "Lists scopes by name",
      gives = ScopeSettings.View.class,
      given = Given.PAGE,
      filters = @Filter(name = "query", text = "A part of the name"))
  public Response list() {
    var query = query();
    var all = scopes.list(query.find("query").orElse(""));
    return page(query, all.stream().skip(query.first()).limit(query.size()).toList(), all.size());
  }

  @POST
  @Consumes("application/json")
  @Operation(
      value = "Adds a scope",
      takes = ScopeSettings.Wanted.class,
      example = "{\"name\":\"photos.read\",\"description\":\"See your photos\"}",
      gives = ScopeSettings.View.class,
      status = 201,
      refuses = {CONFLICT, INVALID})
  public Response add(InputStream body) {
    var made = scopes.add(Body.read(ScopeSettings.Wanted.class, Body.parse(body)), by());
    return created("/scopes/" + PathSegment.of(made.name()), made);
  }

  @GET
  @Path("/{name}")
  @Operation(
      value = "Shows a scope",
      gives = ScopeSettings.View.class,
      given = Given.VERSIONED,
      refuses = MISSING)
  public Response show(@PathParam("name") String name) {
    return versioned(scopes.view(scopes.require(name)));
  }

  @PATCH
  @Path("/{name}")
  @Consumes({"application/merge-patch+json", "application/json"})
  @Operation(
      value = "Changes a scope",
      takes = ScopeSettings.class,
      sent = Sent.PATCH,
      example = "{\"words\":{\"de\":\"Ihre Fotos ansehen\"}}",
      gives = ScopeSettings.View.class,
      given = Given.VERSIONED,
      refuses = {MISSING, STALE, INVALID, UNCONDITIONAL})
  public Response change(@PathParam("name") String name, InputStream body) {
    var scope = scopes.require(name);
    var shown = scopes.view(scope);
    requireKnown(shown);
    scopes.change(scope, Body.patch(shown.settings(), shown, Body.parse(body)), by());
    return versioned(scopes.view(scopes.require(name)));
  }

  @DELETE
  @Path("/{name}")
  @Operation(
      value = "Removes a scope that no client may ask for",
      status = 204,
      refuses = {MISSING, CONFLICT, STALE, UNCONDITIONAL})
  public Response remove(@PathParam("name") String name) {
    var scope = scopes.require(name);
    requireKnown(scopes.view(scope));
    scopes.remove(scope, by(), this::requireKnown);
    return Response.noContent().build();
  }
}
