package org.sallyport.storage;

import org.sallyport.testing.StartOptions;

/** On H2, in a file. */
class CrashOnH2IT extends Crash {

  @Override
  StartOptions options() {
    return StartOptions.none();
  }
}
