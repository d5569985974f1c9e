package org.sallyport.admin.grant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.ListPage;
import org.sallyport.admin.list.AdminList;

/** What people allowed: a list. */
@Named
@RequestScoped
public class GrantsPage extends ListPage<GrantListRow> {

  static final String PATH = "/admin/grants";

  @Inject private GrantList list;

  @Override
  protected AdminList<GrantListRow> list() {
    return list;
  }
}
