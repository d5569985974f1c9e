package org.sallyport.store;

import jakarta.transaction.TransactionManager;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Finds the transaction manager under the names that servers give it. */
public final class PortableTransactionController extends JTATransactionController {

  private static final List<String> NAMES =
      List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");

  // The names are constants, nothing from outside is looked up.
  @Override
  @SuppressWarnings("BanJNDI")
  protected TransactionManager acquireTransactionManager() throws NamingException {
    var context = new InitialContext();
    NamingException missing = null;
    for (var name : NAMES) {
      try {
        return (TransactionManager) context.lookup(name);
      } catch (NamingException e) {
        missing = e;
      }
    }
    throw missing;
  }
}
