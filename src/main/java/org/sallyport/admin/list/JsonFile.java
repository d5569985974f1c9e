package org.sallyport.admin.list;

import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.sallyport.oauth.Json;

/** An array of objects, RFC 8259. */
final class JsonFile implements ExportFile {

  private final JsonGenerator json;
  private final List<String> names;

  JsonFile(OutputStream out, List<String> names) {
    this.json = Json.generator(out).writeStartArray();
    this.names = List.copyOf(names);
  }

  @Override
  public void row(List<Object> values) {
    json.writeStartObject();
    for (var i = 0; i < names.size(); i++) {
      write(names.get(i), values.get(i));
    }
    json.writeEnd();
  }

  private void write(String name, Object value) {
    if (value == null) {
      json.writeNull(name);
    } else if (value instanceof Boolean truth) {
      json.write(name, truth);
    } else if (value instanceof Collection<?> several) {
      json.writeStartArray(name);
      several.forEach(one -> json.write(one.toString()));
      json.writeEnd();
    } else {
      json.write(name, value.toString());
    }
  }

  @Override
  public void finish() {
    json.writeEnd().flush();
  }
}
