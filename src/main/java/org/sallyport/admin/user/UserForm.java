package org.sallyport.admin.user;

import org.sallyport.user.User;
import org.sallyport.user.UserRegistry.Role;

/** What an administrator types about a person; an initial password is not part of it. */
public class UserForm {

  private String username;
  private boolean administrator;
  private String access = "link";
  private boolean mustChange = true;

  static UserForm of(User user) {
    var form = new UserForm();
    form.username = user.username();
    form.administrator = user.isAdministrator();
    return form;
  }

  /** The name as it is kept. */
  public String name() {
    return username == null ? "" : username.strip();
  }

  Role role() {
    return administrator ? Role.ADMINISTRATOR : Role.PERSON;
  }

  /** Whether the person gets a link to choose a password, and nobody else knows it. */
  boolean isByLink() {
    return !"password".equals(access);
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public boolean isAdministrator() {
    return administrator;
  }

  public void setAdministrator(boolean administrator) {
    this.administrator = administrator;
  }

  public String getAccess() {
    return access;
  }

  public void setAccess(String access) {
    this.access = access;
  }

  public boolean isMustChange() {
    return mustChange;
  }

  public void setMustChange(boolean mustChange) {
    this.mustChange = mustChange;
  }
}
