package org.sallyport.storage;

/** On PostgreSQL. */
class DatabaseAwayOnPostgresIT extends DatabaseAway {

  DatabaseAwayOnPostgresIT() {
    super(DatabaseKind.POSTGRES);
  }
}
