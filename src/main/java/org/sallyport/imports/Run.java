package org.sallyport.imports;

/**
 * How an import is done.
 *
 * @param actor who does it, for the audit
 */
public record Run(Batch.Mode mode, String actor) {

  boolean isDry() {
    return mode == Batch.Mode.DRY;
  }
}
