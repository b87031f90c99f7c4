package org.heed.server.importing;

import java.io.Reader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects of the lists at the top of a JSON document, each with its line. */
final class JsonItems {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonItems() {}

  /** Takes an object of a list. */
  interface Taker {
    void take(String list, int place, long line, JsonNode item);
  }

  /** Goes through every list of objects at the top. */
  static void each(String file, Reader text, Taker taker) {
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new ImportFailure(file + ":1: a network file is one JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String list = json.currentName();
        if (json.nextToken() != JsonToken.START_ARRAY) {
          json.skipChildren();
          continue;
        }
        for (int place = 0; json.nextToken() != JsonToken.END_ARRAY; place++) {
          long line = json.currentTokenLocation().getLineNr();
          taker.take(list, place, line, json.readValueAsTree());
        }
      }
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ImportFailure(file + ":" + line + ": the file is not well-formed JSON", e);
    }
  }

  /** A plain value; empty where there is none. */
  static String text(JsonNode item, String name) {
    JsonNode value = item.get(name);
    return value == null || value.isNull() || !value.isValueNode() ? "" : value.asString().strip();
  }
}
