package org.sallyport.admin.api.grant;

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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.admin.api.description.Operation.Filter;
import org.sallyport.admin.api.description.Operation.Given;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.user.UserBook;
import org.sallyport.client.ClientRegistry;
import org.sallyport.store.Conflicts;
import org.sallyport.token.revoke.Revocations;
import org.sallyport.token.revoke.Selection;

/** What people allowed. */
@Guarded
@ApplicationScoped
@Path(ApiResource.ROOT)
@Produces("application/json")
public class GrantsResource extends ApiResource {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  @Inject private GrantSearch grants;
  @Inject private UserBook users;
  @Inject private ClientRegistry clients;
  @Inject private Revocations revocations;

  @GET
  @Path("/grants")
  @Operation(
      value = "Lists grants, the newest first",
      gives = GrantItem.class,
      given = Given.PAGE,
      filters = {
        @Filter(name = "user", text = "A person by id, or by a name that only one has"),
        @Filter(name = "client", text = "A client by its id"),
        @Filter(name = "before", text = "Those that were given before this time"),
        @Filter(name = "id", text = "The one of this id")
      })
  public Response list() {
    var query = query();
    var choice =
        new GrantSearch.Choice(
            query.find("id"),
            users.idOf("user", query.find("user")),
            query.find("client"),
            query.time("before"));
    var found = grants.find(choice, query.first(), query.size());
    return page(query, found.items(), found.total());
  }

  @DELETE
  @Path("/grants/{id}")
  @Operation(
      value = "Ends a grant with every code and token that it gave",
      status = 204,
      refuses = MISSING)
  public Response end(@PathParam("id") String id) {
    var done =
        ID.matcher(id).matches()
            && Conflicts.retry(() -> revocations.revoke(UUID.fromString(id), by()));
    if (!done) {
      throw ApiError.MISSING.because("there is no such grant alive");
    }
    return Response.noContent().build();
  }

  @POST
  @Path("/revocations")
  @Consumes("application/json")
  @Operation(
      value = "Ends grants, or counts them first",
      takes = GrantItem.Choice.class,
      example = "{\"user\":\"alice\",\"dry_run\":true}",
      gives = GrantItem.Count.class,
      refuses = INVALID)
  public Response revoke(InputStream body) {
    var choice = Body.read(GrantItem.Choice.class, Body.parse(body));
    var selection = selection(choice);
    var isDry = choice.dryRun().orElse(false);
    var count =
        isDry
            ? revocations.count(selection)
            : Conflicts.retry(() -> revocations.revoke(selection, by()));
    return ok(new GrantItem.Count(count, isDry));
  }

  private Selection selection(GrantItem.Choice choice) {
    if (choice.user().isEmpty() && choice.client().isEmpty() && choice.before().isEmpty()) {
      throw ApiProblem.of("user", "name at least one of user, client and before");
    }
    choice.client().ifPresent(this::requireClient);
    Optional<String> user = users.idOf("user", choice.user());
    return new Selection(user, choice.client(), choice.before());
  }

  private void requireClient(String id) {
    if (clients.find(id).isEmpty()) {
      throw ApiProblem.of("client", "there is no such client");
    }
  }
}
