package org.heed.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A whole JSON text as maps, lists and strings; numbers and booleans as their text. */
final class JsonTree {

  private JsonTree() {}

  static Object read(String json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return value(parser, Objects.requireNonNull(parser.nextToken()));
    }
  }

  private static Object value(JsonParser parser, JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        map.put(name, value(parser, Objects.requireNonNull(parser.nextToken())));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      for (JsonToken next = Objects.requireNonNull(parser.nextToken());
          next != JsonToken.END_ARRAY;
          next = Objects.requireNonNull(parser.nextToken())) {
        list.add(value(parser, next));
      }
      return list;
    }
    return Objects.requireNonNull(parser.getString());
  }
}
