package org.sallyport.storage;

/** On MariaDB. */
class DatabaseAwayOnMariaDbIT extends DatabaseAway {

  DatabaseAwayOnMariaDbIT() {
    super(DatabaseKind.MARIADB);
  }
}
