package org.sallyport.admin.list;

import java.io.IOException;
import java.util.List;

/** Where exported rows go, in the format of some file; closing it completes the file. */
interface ExportFile extends AutoCloseable {

  /** One row, its values in the order of the fields. */
  void row(List<Object> values) throws IOException;

  @Override
  void close() throws IOException;
}
