package org.sallyport.admin;

import java.util.Arrays;
import java.util.List;

/** What an administrator typed for a new client. */
record ClientForm(
    String id,
    String name,
    String type,
    List<String> grantTypes,
    String redirectUriLines,
    String scopeList) {

  List<String> redirectUris() {
    return Arrays.stream(redirectUriLines.split("\\s+")).filter(uri -> !uri.isEmpty()).toList();
  }

  boolean isPublic() {
    return type.equals("public");
  }
}
