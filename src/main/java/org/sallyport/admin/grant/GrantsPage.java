package org.sallyport.admin.grant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.Administrator;
import org.sallyport.admin.list.ListReader;
import org.sallyport.admin.list.ListState;
import org.sallyport.admin.list.ListView;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;

/** What people allowed: a list. */
@Named
@RequestScoped
public class GrantsPage {

  static final String PATH = "/admin/grants";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private GrantList list;
  @Inject private ListReader reader;

  private User user;
  private ListView<GrantListRow> view;

  /** Shows the list. */
  public void open() {
    user = administrator.require(PATH + state().query()).orElse(null);
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private ListState state() {
    return ListState.read(list.plan(), page::parameter);
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  /** The rows, read when they are shown. */
  public ListView<GrantListRow> getList() {
    if (view == null && user != null) {
      view = list.view(reader, state());
    }
    return view;
  }
}
