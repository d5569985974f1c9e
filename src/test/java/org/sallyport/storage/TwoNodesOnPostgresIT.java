package org.sallyport.storage;

/** On PostgreSQL. */
class TwoNodesOnPostgresIT extends TwoNodes {

  TwoNodesOnPostgresIT() {
    super(DatabaseKind.POSTGRES);
  }
}
