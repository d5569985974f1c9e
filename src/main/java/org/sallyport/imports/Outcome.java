package org.sallyport.imports;

/** What became of a row. */
public enum Outcome {
  IMPORTED,
  ALREADY_THERE,
  SKIPPED
}
