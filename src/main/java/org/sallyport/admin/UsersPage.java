package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.list.AdminList;

/** The people who may sign in: a list. */
@Named
@RequestScoped
public class UsersPage extends ListPage<UserRow> {

  @Inject private UserList list;

  @Override
  protected AdminList<UserRow> list() {
    return list;
  }
}
