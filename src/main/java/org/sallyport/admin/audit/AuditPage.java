package org.sallyport.admin.audit;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.sallyport.admin.ListPage;
import org.sallyport.admin.list.AdminList;

/** The audit: a list. */
@Named
@RequestScoped
public class AuditPage extends ListPage<AuditListRow> {

  static final String PATH = "/admin/audit";

  @Inject private AuditList list;

  @Override
  protected AdminList<AuditListRow> list() {
    return list;
  }
}
