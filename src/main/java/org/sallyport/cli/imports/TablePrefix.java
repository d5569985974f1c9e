package org.sallyport.cli.imports;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The beginning of tables' names; it becomes a part of queries, so it is letters only. */
final class TablePrefix implements ITypeConverter<String> {

  @Override
  public String convert(String value) {
    if (!value.matches("[A-Za-z0-9_]{0,40}")) {
      throw new TypeConversionException("a prefix has letters, digits and _ only");
    }
    return value;
  }
}
