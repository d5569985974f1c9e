package org.sallyport.imports;

/** A batch that is no batch: nothing of it was imported. */
public class MalformedBatchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public MalformedBatchException(String field, String reason) {
    super(reason);
    this.field = field;
  }

  /** The member at fault, as in {@code clients.3.name}. */
  public String field() {
    return field;
  }
}
