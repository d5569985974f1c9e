package org.sallyport.admin.api.openapi;

import java.util.ArrayList;

/** An operation as a command of a shell, with the token in a variable. */
final class Curl {

  private Curl() {}

  static String of(OperationView view) {
    var lines = new ArrayList<String>();
    var server = view.document().getJsonArray("servers").getJsonObject(0).getString("url");
    var verb = view.getMethod().equals("GET") ? "" : "-X " + view.getMethod() + " ";
    lines.add("curl " + verb + "'" + server + view.path() + "'");
    lines.add("-H \"Authorization: Bearer $TOKEN\"");
    if (view.getParameters().stream().anyMatch(line -> line.name().equals("If-Match"))) {
      lines.add("-H \"If-Match: $ETAG\"");
    }
    if (view.operation().containsKey("requestBody")) {
      var content = view.operation().getJsonObject("requestBody").getJsonObject("content");
      var type = content.keySet().iterator().next();
      lines.add("-H 'Content-Type: " + type + "'");
      if (content.getJsonObject(type).containsKey("example")) {
        lines.add("-d '" + content.getJsonObject(type).getJsonObject("example") + "'");
      }
    }
    return String.join(" \\\n  ", lines);
  }
}
