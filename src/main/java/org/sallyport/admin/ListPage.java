package org.sallyport.admin;

import jakarta.inject.Inject;
import org.sallyport.admin.list.AdminList;
import org.sallyport.admin.list.ListReader;
import org.sallyport.admin.list.ListState;
import org.sallyport.admin.list.ListView;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;

/** A page with one list, whose state is in the URL. */
public abstract class ListPage<R> {

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ListReader reader;

  private User user;
  private ListView<R> view;

  /** What it shows. */
  protected abstract AdminList<R> list();

  /** Shows the list. */
  public void open() {
    user = administrator.require("/admin/" + list().name() + state().query()).orElse(null);
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  private ListState state() {
    return ListState.read(list().plan(), name -> parameter(page, name));
  }

  /** What the URL says of the list. */
  protected String parameter(CurrentPage current, String name) {
    return current.parameter(name);
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  /** The rows, read when they are shown. */
  public ListView<R> getList() {
    if (view == null && user != null) {
      view = list().view(reader, state());
    }
    return view;
  }
}
