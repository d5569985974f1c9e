package org.sallyport.store;

import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Joins several steps of other services to one transaction: all of them count, or none. */
@Stateless
public class OneTransaction {

  /** Runs the steps; whoever calls must be ready to run the whole again ({@link Conflicts}). */
  public <T> T of(Supplier<T> steps) {
    return steps.get();
  }
}
