package org.heed.server.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/**
 * The forms of bodies (JSON Schema 2020-12, as OpenAPI 3.1 has it), taken from the records that are
 * written and read, so that they cannot say anything else.
 */
final class Schemas {
  private static final Names NAMES = new Names();

  /** Field names as JSON has them, by the strategy that writes them. */
  private static final class Names extends SnakeCaseStrategy {
    private static final long serialVersionUID = 1;

    String of(RecordComponent component) {
      return translate(component.getName());
    }
  }

  private final Map<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new LinkedHashMap<>();

  /** Every record met so far, by name. */
  Map<String, Object> named() {
    return named;
  }

  /** The form of a plain type, such as a parameter's. */
  Map<String, Object> plain(Class<?> type) {
    if (type == UUID.class) {
      return form("string", "uuid");
    }
    if (type == Instant.class) {
      return form("string", "date-time");
    }
    if (type == LocalDate.class) {
      return form("string", "date");
    }
    if (type == int.class || type == Integer.class) {
      return form("integer", "int32");
    }
    if (type == long.class || type == Long.class) {
      return form("integer", "int64");
    }
    if (type == double.class || type == Double.class) {
      return form("number", "double");
    }
    if (type == boolean.class || type == Boolean.class) {
      return new LinkedHashMap<>(Map.of("type", "boolean"));
    }
    if (type == String.class) {
      return new LinkedHashMap<>(Map.of("type", "string"));
    }
    if (type.isRecord()) {
      return reference(type);
    }
    throw new IllegalStateException("No form for " + type.getName());
  }

  private static Map<String, Object> form(String type, String format) {
    Map<String, Object> form = new LinkedHashMap<>();
    form.put("type", type);
    form.put("format", format);
    return form;
  }

  private Map<String, Object> reference(Class<?> type) {
    String name = name(type);
    Class<?> owner = owners.putIfAbsent(name, type);
    if (owner == null) {
      named.put(name, record(type));
    } else if (owner != type) {
      throw new IllegalStateException("Two records of one name: " + owner + ", " + type);
    }
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
  }

  /** A record within a record is named after both. */
  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer != null && outer.isRecord()
        ? outer.getSimpleName() + type.getSimpleName()
        : type.getSimpleName();
  }

  private Map<String, Object> record(Class<?> type) {
    Map<String, Object> fields = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = NAMES.of(component);
      Told told = component.getAnnotation(Told.class);
      boolean nullable = isNullable(component.getAnnotatedType());
      boolean needed = told != null && told.required();
      Map<String, Object> form = form(component.getAnnotatedType());
      fields.put(name, described(form, told, nullable && !needed));
      if (needed || !nullable) {
        required.add(name);
      }
    }
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("type", "object");
    Told told = type.getAnnotation(Told.class);
    if (told != null) {
      record.put("description", told.value());
    }
    record.put("properties", fields);
    if (!required.isEmpty()) {
      record.put("required", required);
    }
    record.put("additionalProperties", false);
    return record;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private Map<String, Object> form(AnnotatedType annotated) {
    Type type = annotated.getType();
    if (type instanceof Class<?> plain) {
      return plain(plain);
    }
    if (type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && annotated instanceof AnnotatedParameterizedType arguments) {
      AnnotatedType[] inner = arguments.getAnnotatedActualTypeArguments();
      Map<String, Object> form = new LinkedHashMap<>();
      if (Collection.class.isAssignableFrom(raw)) {
        form.put("type", "array");
        form.put("items", form(inner[0]));
        return form;
      }
      if (Map.class.isAssignableFrom(raw)) {
        form.put("type", "object");
        form.put("additionalProperties", form(inner[1]));
        return form;
      }
    }
    throw new IllegalStateException("No form for " + type);
  }

  /** What is told of a field or parameter, beside its form. */
  static Map<String, Object> described(
      Map<String, Object> form, @Nullable Told told, boolean nullable) {
    Map<String, Object> described = form;
    if (nullable && form.containsKey("$ref")) {
      described = new LinkedHashMap<>();
      described.put("oneOf", List.of(form, Map.of("type", "null")));
    } else if (nullable) {
      described.computeIfPresent("type", (_, type) -> List.of(type, "null"));
    }
    if (told == null) {
      return described;
    }
    described.put("description", told.value());
    if (told.oneOf().length > 0) {
      List<Object> words = new ArrayList<>(List.of(told.oneOf()));
      if (nullable) {
        words.add(null);
      }
      described.put("enum", words);
    }
    return described;
  }
}
