package org.sallyport.admin.api.user;

import org.sallyport.admin.api.json.Text;
import org.sallyport.user.User;

/** What can be changed of a person. */
@Text("What can be changed of a person")
public record UserSettings(
    @Text("The name that is typed to sign in") String username,
    @Text("Whether the person may administer this server") boolean administrator,
    @Text("Whether the person can sign in; switched off, all that was allowed ends")
        boolean active) {

  static UserSettings of(User user) {
    return new UserSettings(user.username(), user.isAdministrator(), user.isActive());
  }
}
