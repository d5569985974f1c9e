package org.sallyport.admin.api.openapi;

import java.util.List;
import java.util.regex.Pattern;
import org.sallyport.admin.api.description.Operation;

/** An operation where it is served; the path is below the API's root. */
public record Served(String id, String method, String path, Operation operation) {

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  /** The names in the path that stand for values. */
  List<String> parameters() {
    return PARAMETER.matcher(path).results().map(hit -> hit.group(1)).toList();
  }

  /** The part of the API that it belongs to. */
  String part() {
    return path.split("/")[1];
  }

  boolean isReading() {
    return method.equals("GET");
  }
}
