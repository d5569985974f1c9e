package org.sallyport.storage;

import org.sallyport.testing.StartOptions;

/** On PostgreSQL. */
class CrashOnPostgresIT extends Crash {

  @Override
  StartOptions options() {
    return StartOptions.none().with(DatabaseKind.POSTGRES.newDatabase());
  }
}
