package org.sallyport.store;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;

/** Tells EclipseLink how to join the container's transactions, the same on every server. */
public final class PortableServerPlatform extends ServerPlatformBase {

  /** Called by EclipseLink when the persistence unit starts. */
  public PortableServerPlatform(DatabaseSession session) {
    super(session);
    disableRuntimeServices();
  }

  @Override
  public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
    return PortableTransactionController.class;
  }
}
