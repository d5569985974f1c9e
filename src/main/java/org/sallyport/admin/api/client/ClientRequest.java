package org.sallyport.admin.api.client;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import org.sallyport.admin.api.client.ClientSettings.State;
import org.sallyport.admin.api.json.Body;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Shape;
import org.sallyport.admin.api.json.Text;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.client.ClientType;
import org.sallyport.client.NewClient;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Scopes;

/** A client that is wanted; what is not said is as its type usually has it. */
@Text("A client to register; what is absent is as its type usually has it")
public record ClientRequest(
    @Text("An id of your own: letters, digits and . _ ~ - without the form of a UUID")
        Optional<String> clientId,
    @Text("A secret of your own, of 32 to 256 printable characters of ASCII without spaces")
        Optional<String> clientSecret,
    @Text("What kind of application it is") ClientType type,
    @Flat ClientSettings settings) {

  /**
   * Reads a body.
   *
   * @throws ApiProblem with all that is wrong
   */
  static ClientRequest read(JsonObject body, Scopes usual) {
    var name = body.get("type") instanceof JsonString text ? text.getString() : "";
    var type =
        ClientType.find(name)
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        "type",
                        "it must be one of " + String.join(", ", Shape.words(ClientType.class))));
    return Body.read(ClientRequest.class, Json.merge(usual(type, usual), body));
  }

  /** All but its name. */
  private static JsonObject usual(ClientType type, Scopes usual) {
    var scopes = type == ClientType.API ? Scopes.NONE : usual;
    var bare = NewClient.of("", "", type, type.grantTypes(), List.of(), scopes);
    var client = type == ClientType.API ? bare.asResourceServer() : bare;
    var all = Body.write(ClientSettings.of(client, State.ACTIVE));
    return Json.merge(all, Json.object().addNull("client_name").build());
  }
}
