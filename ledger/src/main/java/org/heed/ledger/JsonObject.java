package org.heed.ledger;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON object of an export. What is missing or of another type is an {@link
 * UnreadableException} that names the place and the field, never the value.
 */
final class JsonObject {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String POSITION = "position";

  private final Map<String, @Nullable Object> fields;
  private final String place;

  private JsonObject(Map<String, @Nullable Object> fields, String place) {
    this.fields = fields;
    this.place = place;
  }

  static JsonObject parse(String text, String place) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        return new JsonObject(object(parser), place);
      }
    } catch (JacksonException e) {
      // Its message may quote the text.
    }
    throw new UnreadableException("?", place + " is not a JSON object");
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      fields.put(name, value(parser, parser.nextToken()));
    }
    return fields;
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != null && next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          list.add(value(parser, next));
        }
        yield list;
      }
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> parser.getString();
      case null, default -> null;
    };
  }

  boolean has(String field) {
    return fields.get(field) != null;
  }

  String text(String field) {
    return as(String.class, field);
  }

  long number(String field) {
    return as(Long.class, field);
  }

  int count(String field) {
    long number = number(field);
    if (number != (int) number) {
      throw unreadable(field);
    }
    return (int) number;
  }

  UUID uuid(String field) {
    return uuidOf(text(field), field);
  }

  Instant time(String field) {
    try {
      return Instant.parse(text(field));
    } catch (DateTimeException e) {
      throw unreadable(field);
    }
  }

  Digest digest(String field) {
    try {
      return Digest.parseHex(text(field));
    } catch (IllegalArgumentException e) {
      throw unreadable(field);
    }
  }

  @Nullable Salt salt(String field) {
    try {
      return has(field) ? Salt.of(bytes(field)) : null;
    } catch (IllegalArgumentException e) {
      throw unreadable(field);
    }
  }

  List<UUID> uuids(String field) {
    List<UUID> uuids = new ArrayList<>();
    for (Object each : as(List.class, field)) {
      uuids.add(uuidOf(each instanceof String text ? text : "", field));
    }
    return uuids;
  }

  List<JsonObject> objects(String field) {
    List<JsonObject> objects = new ArrayList<>();
    for (Object each : as(List.class, field)) {
      objects.add(nested(each, field));
    }
    return objects;
  }

  JsonObject object(String field) {
    return nested(as(Map.class, field), field);
  }

  /** A column's value, or null. */
  @Nullable Object value(Column column) {
    String field = column.name();
    if (!has(field)) {
      return null;
    }
    return switch (column.type()) {
      case UUID -> uuid(field);
      case TEXT -> text(field);
      case INT -> count(field);
      case LONG -> number(field);
      case BOOL -> as(Boolean.class, field);
      case TIMESTAMP -> time(field);
      case DATE -> date(field);
      case BYTES -> bytes(field);
      case DOUBLE -> as(Number.class, field).doubleValue();
    };
  }

  private LocalDate date(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeException e) {
      throw unreadable(field);
    }
  }

  private byte[] bytes(String field) {
    try {
      return Base64.getDecoder().decode(text(field));
    } catch (IllegalArgumentException e) {
      throw unreadable(field);
    }
  }

  private UUID uuidOf(String text, String field) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unreadable(field);
    }
  }

  private JsonObject nested(@Nullable Object value, String field) {
    if (!(value instanceof Map<?, ?> map)) {
      throw unreadable(field);
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    copy.put(POSITION, fields.get(POSITION));
    map.forEach((name, each) -> copy.put(String.valueOf(name), each));
    return new JsonObject(copy, place);
  }

  private <T> T as(Class<T> type, String field) {
    Object value = fields.get(field);
    if (!type.isInstance(value)) {
      throw unreadable(field);
    }
    return type.cast(value);
  }

  /** The refusal of a field, at this object's position if it has one. */
  UnreadableException unreadable(String field) {
    Object position = fields.get(POSITION);
    return new UnreadableException(
        position instanceof Long ? position : "?", field + " in " + place + " cannot be read");
  }
}
