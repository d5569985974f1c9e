package org.sallyport.admin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.admin.Administrator;
import org.sallyport.audit.trail.AuditRow;
import org.sallyport.audit.trail.AuditTrail;
import org.sallyport.oauth.Json;
import org.sallyport.user.User;
import org.sallyport.user.Users;
import org.sallyport.web.CurrentPage;
import org.sallyport.web.Problem;

/** One row of the audit, with what changed. */
@Named
@RequestScoped
public class AuditEventPage {

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private AuditTrail trail;
  @Inject private Users users;

  private User user;
  private AuditRow row;
  private JsonObject detail;

  /** A value of the event by its name, or a field before and after. */
  public record Line(String name, String value, String after) {

    public String getName() {
      return name;
    }

    public String getValue() {
      return value;
    }

    public String getAfter() {
      return after;
    }
  }

  /** A person of the event: the name, as long as there is one, and the id. */
  public record Party(String id, String name) {

    public String getId() {
      return id;
    }

    public String getName() {
      return name;
    }
  }

  /** Finds the row. */
  public void open() {
    var id = Optional.ofNullable(page.parameter("id")).orElse("");
    var path = AuditPage.PATH + "/event?id=" + URLEncoder.encode(id, UTF_8);
    user = administrator.require(path).orElse(null);
    if (user == null) {
      return;
    }
    row = trail.find(id).orElse(null);
    if (row == null) {
      page.refuse(Problem.of(404));
    } else {
      detail = Json.parse(row.detail());
    }
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  public String getKind() {
    return row == null ? null : row.kind();
  }

  public Instant getAt() {
    return row == null ? null : row.happenedAt();
  }

  public String getAddress() {
    return row == null ? null : row.address();
  }

  public String getClientId() {
    return row == null ? null : row.clientId();
  }

  public Party getActor() {
    return row == null ? null : party(row.actorId());
  }

  public Party getUser() {
    return row == null ? null : party(row.userId());
  }

  private Party party(String id) {
    return id == null ? null : new Party(id, users.find(id).map(User::username).orElse(null));
  }

  /** What the event says beside its columns. */
  public List<Line> getDetails() {
    return detail == null
        ? List.of()
        : detail.keySet().stream()
            .filter(name -> detail.get(name) instanceof JsonString)
            .map(name -> new Line(name, detail.getString(name), null))
            .toList();
  }

  /** The fields that changed. */
  public List<Line> getChanges() {
    if (detail == null || !detail.containsKey("after")) {
      return List.of();
    }
    var before = detail.getJsonObject("before");
    var after = detail.getJsonObject("after");
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .sorted()
        .map(name -> new Line(name, before.getString(name, ""), after.getString(name, "")))
        .toList();
  }
}
