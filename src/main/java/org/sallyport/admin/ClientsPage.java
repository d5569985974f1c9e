package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.list.ListReader;
import org.sallyport.admin.list.ListState;
import org.sallyport.admin.list.ListView;
import org.sallyport.user.User;
import org.sallyport.web.CurrentPage;

/** The list of clients. */
@Named
@RequestScoped
public class ClientsPage {

  private static final String PATH = "/admin/clients";

  @Inject private CurrentPage page;
  @Inject private Administrator administrator;
  @Inject private ClientList list;
  @Inject private ListReader reader;

  private User user;
  private ListView<ClientRow> view;

  /** Shows the list. */
  public void open() {
    user = administrator.require(PATH + state().query()).orElse(null);
  }

  /** Before anything is shown: a form that nobody offers has run no action. */
  public void guard() {
    if (user == null) {
      open();
    }
  }

  /** A form that was sent has other fields under the same names. */
  private ListState state() {
    var isForm = page.request().getMethod().equals("POST");
    return ListState.read(list.plan(), name -> isForm ? null : page.parameter(name));
  }

  public String getUsername() {
    return user == null ? null : user.username();
  }

  /** The rows, read when they are shown. */
  public ListView<ClientRow> getList() {
    if (view == null && user != null) {
      view = list.view(reader, state());
    }
    return view;
  }
}
