package org.sallyport.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Lists of words that hold no space, such as URIs and grant types, in one column. */
@Converter
public class WordsConverter implements AttributeConverter<List<String>, String> {

  @Override
  public String convertToDatabaseColumn(List<String> words) {
    return words == null || words.isEmpty() ? null : String.join(" ", words);
  }

  @Override
  public List<String> convertToEntityAttribute(String column) {
    return column == null || column.isBlank() ? List.of() : List.of(column.trim().split(" +"));
  }
}
