package org.sallyport.admin.session;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.ListPage;
import org.sallyport.admin.list.AdminList;

/** Who is signed in: a list. */
@Named
@RequestScoped
public class SessionsPage extends ListPage<SessionRow> {

  static final String PATH = "/admin/sessions";

  @Inject private SessionList list;

  @Override
  protected AdminList<SessionRow> list() {
    return list;
  }
}
