package org.sallyport.storage;

/** On MariaDB. */
class TwoNodesOnMariaDbIT extends TwoNodes {

  TwoNodesOnMariaDbIT() {
    super(DatabaseKind.MARIADB);
  }
}
