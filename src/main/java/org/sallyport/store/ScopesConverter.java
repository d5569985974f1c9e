package org.sallyport.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.sallyport.oauth.Scopes;

/** Scopes in one column, as they go over the wire. */
@Converter(autoApply = true)
public class ScopesConverter implements AttributeConverter<Scopes, String> {

  @Override
  public String convertToDatabaseColumn(Scopes scopes) {
    return scopes == null || scopes.isEmpty() ? null : scopes.toString();
  }

  @Override
  public Scopes convertToEntityAttribute(String column) {
    return Scopes.parse(column);
  }
}
