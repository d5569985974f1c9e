package org.sallyport.cli.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.sallyport.cli.remote.AdminApi;
import org.sallyport.cli.remote.ServerOptions;
import org.sallyport.cli.terminal.Answer;
import org.sallyport.cli.terminal.CommandFailure;
import org.sallyport.cli.terminal.Prompt;
import org.sallyport.cli.terminal.Table;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport client modify}. */
@Command(
    name = "modify",
    description = {
      "Changes what is said of a client and nothing else.",
      "--add-… and --remove-… change a list; the option without them replaces it. Another secret is"
          + " the work of rotate-secret; the id stays."
    })
final class ModifyCommand implements Runnable {

  @Mixin private ServerOptions server;
  @Mixin private Answer answer;
  @Mixin private Prompt prompt;

  @Parameters(paramLabel = "ID", description = "Its client_id.")
  private String id;

  @Option(names = "--name", paramLabel = "NAME", description = "Its name, as people read it.")
  private Optional<String> name;

  @ArgGroup private Activity activity = new Activity();

  /** Whether it is accepted; one of these at most. */
  static final class Activity {
    @Option(names = "--activate", description = "It is accepted again.")
    private boolean on;

    @Option(names = "--deactivate", description = "It and all that it was given is refused.")
    private boolean off;
  }

  @ArgGroup private KindChange kind = new KindChange();
  @Mixin private ClientWords words;
  @Mixin private ClientDifferences differences;
  @Mixin private ClientTexts texts;
  @Mixin private ClientSwitches switches;

  @Override
  public void run() {
    var api = server.writing();
    var path = "/clients/" + AdminApi.segment(id);
    var now = api.find(path);
    var body = body(now.json());
    if (body.isEmpty()) {
      throw CommandFailure.usage("Say what shall change; see 'sallyport client modify --help'.");
    }
    if (KindChange.endsAccess(now.json(), body)) {
      prompt.confirm(
          "Connections of people that would end, with the secrets of %s: %d. Change it?"
              .formatted(now.json().getString("client_name"), grants(api)));
    }
    var changed = KindChange.shown(api.patch(path, now.tag(), body).json());
    answer.show(changed, Table.of(changed));
  }

  private int grants(AdminApi api) {
    var choice = Json.createObjectBuilder().add("client", id).add("dry_run", true);
    return api.post("/revocations", choice.build()).getInt("grants");
  }

  private JsonObject body(JsonObject now) {
    var body = Json.createObjectBuilder();
    name.ifPresent(text -> body.add("client_name", text));
    if (activity.on || activity.off) {
      body.add("active", activity.on);
    }
    words.addTo(body);
    differences.addTo(body, now);
    texts.addTo(body);
    switches.addTo(body);
    var said = body.build();
    return kind.find(now, said)
        .map(type -> Json.createObjectBuilder(said).add("type", type).build())
        .orElse(said);
  }
}
