package org.sallyport.testing;

import java.util.List;

/**
 * One server for the examples of this project: the extension in it, the resource servers beside.
 */
public final class Examples {

  private static int users;
  private static Server server;

  private Examples() {}

  /** The server, which is started for whoever is first. */
  public static synchronized Server server() {
    users++;
    if (server == null) {
      var options =
          StartOptions.none()
              .with("sallyport.demo", "true")
              .with("notes.issuer", "${sallyport.issuer}")
              .with("notes.cache", "PT0.5S")
              .with("notes.client-id", App.API.id())
              .with("notes.client-secret", App.API.secret().orElseThrow())
              .withLogLevel("org.example.voucher", "INFO")
              .withWar(Extension.inWar("own-grant"));
      for (var starter : starters()) {
        options =
            options.withBeside(Extension.war("resource-server/" + starter, "notes-" + starter));
      }
      server = Server.start(options);
    }
    return server;
  }

  /** The applications of examples/resource-server. */
  public static List<String> starters() {
    return List.of("jwt", "opaque");
  }

  /** Whoever is last stops it. */
  public static synchronized void leave() {
    users--;
    if (users == 0) {
      server.stop();
      server = null;
    }
  }
}
