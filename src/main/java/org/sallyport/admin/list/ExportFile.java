package org.sallyport.admin.list;

import java.io.IOException;
import java.util.List;

/** Where exported rows go, in the format of some file. */
interface ExportFile {

  /** One row, its values in the order of the fields. */
  void row(List<Object> values) throws IOException;

  /**
   * Completes the file; one that broke off is left incomplete, so that nobody takes it for whole.
   */
  void finish() throws IOException;
}
