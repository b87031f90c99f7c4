package org.heed.simulator;

import java.io.OutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON objects, one a line; fields that are null are left out. */
final class Lines {

  private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("").build();

  private final JsonGenerator json;

  Lines(OutputStream stream) {
    this.json = JSON.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8);
  }

  void begin() {
    json.writeStartObject();
  }

  void end() {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  void text(String name, @Nullable String value) {
    if (value != null) {
      json.writeStringProperty(name, value);
    }
  }

  void flag(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  void number(String name, int value) {
    json.writeNumberProperty(name, value);
  }

  void number(String name, double value) {
    json.writeNumberProperty(name, value);
  }

  void texts(String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  <T> void list(String name, List<T> values, Consumer<T> fields) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      fields.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void object(String name, Runnable fields) {
    json.writeObjectPropertyStart(name);
    fields.run();
    json.writeEndObject();
  }

  void flush() {
    json.flush();
  }
}
