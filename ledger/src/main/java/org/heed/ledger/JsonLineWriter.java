package org.heed.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON objects, each on a line of its own. */
final class JsonLineWriter implements AutoCloseable {

  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("\n").build();

  private final JsonGenerator json;
  private boolean empty = true;

  JsonLineWriter(Path file) throws IOException {
    BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    json = JSON.createGenerator(ObjectWriteContext.empty(), out);
  }

  JsonLineWriter start() {
    json.writeStartObject();
    empty = false;
    return this;
  }

  void end() {
    json.writeEndObject();
  }

  JsonLineWriter text(String name, String value) {
    json.writeStringProperty(name, value);
    return this;
  }

  JsonLineWriter number(String name, long value) {
    json.writeNumberProperty(name, value);
    return this;
  }

  void array(String name) {
    json.writeArrayPropertyStart(name);
  }

  void element(String value) {
    json.writeString(value);
  }

  JsonLineWriter endArray() {
    json.writeEndArray();
    return this;
  }

  JsonLineWriter salt(@Nullable Salt salt) {
    if (salt != null) {
      text("salt", Base64.getEncoder().encodeToString(salt.bytes()));
    }
    return this;
  }

  /** The columns of a fact that are not null, as an object. */
  JsonLineWriter values(Fact fact) {
    json.writeObjectPropertyStart("values");
    List<Column> columns = fact.table().columns();
    for (int i = 0; i < columns.size(); i++) {
      Object value = fact.values().get(i);
      if (value != null) {
        json.writeName(columns.get(i).name());
        value(columns.get(i).type(), value);
      }
    }
    json.writeEndObject();
    return this;
  }

  private void value(FactType type, Object value) {
    switch (type) {
      case UUID, TEXT, DATE -> json.writeString(value.toString());
      case INT -> json.writeNumber((int) (Integer) value);
      case LONG -> json.writeNumber((long) (Long) value);
      case BOOL -> json.writeBoolean((Boolean) value);
      case TIMESTAMP -> json.writeString(((Instant) value).toString());
      case BYTES -> json.writeString(Base64.getEncoder().encodeToString((byte[]) value));
      case DOUBLE -> json.writeNumber((double) (Double) value);
    }
  }

  @Override
  public void close() {
    if (!empty) {
      json.writeRaw('\n');
    }
    json.close();
  }
}
