package org.sallyport.admin.api.openapi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sallyport.admin.Administrator;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.config.ServerSettings;
import org.sallyport.user.User;

/** What programs can do in place of administrators, from the same document that they read. */
@Named
@RequestScoped
public class ApiPage {

  private static final String PATH = "/admin/api";

  @Inject private Administrator administrator;
  @Inject private DescriptionResource description;
  @Inject private ServerSettings settings;

  private User user;
  private List<Part> parts = List.of();

  /** A part of the API with its operations. */
  public record Part(String name, List<OperationView> operations) {
    public String getName() {
      return name;
    }

    public List<OperationView> getOperations() {
      return operations;
    }
  }

  /** Shows it to administrators. */
  public void open() {
    user = administrator.require(PATH).orElse(null);
    if (user != null) {
      parts = parts(description.document());
    }
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private static List<Part> parts(JsonObject document) {
    var parts = new TreeMap<String, List<OperationView>>();
    document
        .getJsonObject("paths")
        .forEach(
            (path, item) ->
                item.asJsonObject()
                    .forEach(
                        (method, operation) ->
                            parts.merge(
                                path.split("/")[1],
                                List.of(
                                    new OperationView(
                                        path, method, operation.asJsonObject(), document)),
                                (a, b) -> Stream.concat(a.stream(), b.stream()).toList())));
    return parts.entrySet().stream().map(ApiPage::part).toList();
  }

  private static Part part(Map.Entry<String, List<OperationView>> entry) {
    return new Part(entry.getKey(), entry.getValue());
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public List<Part> getParts() {
    return parts;
  }

  public String getRoot() {
    return settings.url(ApiResource.ROOT);
  }

  public String getDocument() {
    return settings.url(ApiResource.ROOT + "/openapi.json");
  }

  /** How a machine gets a token. */
  public String getToken() {
    return """
        TOKEN=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" %s/token \\
          -d grant_type=client_credentials -d scope=sallyport:admin |
          sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')"""
        .formatted(settings.url(""));
  }
}
