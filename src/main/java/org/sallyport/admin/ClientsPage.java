package org.sallyport.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.list.AdminList;
import org.sallyport.web.CurrentPage;

/** The list of clients. */
@Named
@RequestScoped
public class ClientsPage extends ListPage<ClientRow> {

  @Inject private ClientList list;

  @Override
  protected AdminList<ClientRow> list() {
    return list;
  }

  /** A form that was sent has other fields under the same names. */
  @Override
  protected String parameter(CurrentPage current, String name) {
    return current.request().getMethod().equals("POST") ? null : current.parameter(name);
  }
}
