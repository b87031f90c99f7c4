package org.heed.server.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Why a body cannot be read: where, and what is expected there. Nothing that was sent is repeated,
 * not even the name of an unknown field.
 */
record Unreadable(String code, String sentence) {

  static Unreadable of(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          new Unreadable(
              "FIELD_UNKNOWN",
              "There is a field of an unknown name"
                  + at(unknown)
                  + ". The fields here are "
                  + known(unknown.getKnownPropertyIds())
                  + ".");
      case MismatchedInputException wrong ->
          new Unreadable(
              "FIELD_INVALID", path(wrong) + at(wrong) + ", is not " + expected(wrong) + ".");
      case JacksonException malformed ->
          new Unreadable("JSON_MALFORMED", "The body is not valid JSON" + at(malformed) + ".");
      case null, default -> new Unreadable("BODY_MISSING", "Send a JSON object as the body.");
    };
  }

  private static String at(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    return place == null || place.getLineNr() < 1
        ? ""
        : ", at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }

  private static String known(@Nullable Collection<Object> names) {
    TreeSet<String> sorted = new TreeSet<>();
    if (names != null) {
      names.forEach(name -> sorted.add(name.toString()));
    }
    return String.join(", ", sorted);
  }

  /** Field names of ours only: whatever lies on the way was known. */
  private static String path(JacksonException e) {
    List<JacksonException.Reference> references = e.getPath();
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      if (reference.getIndex() >= 0) {
        path.append('[').append(reference.getIndex()).append(']');
      } else if (e.getMessage() != null && !isMap(reference)) {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.isEmpty() ? "The body" : path.toString();
  }

  /** The names in a map are the sender's. */
  private static boolean isMap(JacksonException.Reference reference) {
    Object from = reference.from();
    Class<?> type = from instanceof Class<?> known ? known : from == null ? null : from.getClass();
    return type != null && java.util.Map.class.isAssignableFrom(type);
  }

  private static String expected(MismatchedInputException e) {
    Class<?> type = Objects.requireNonNullElse(e.getTargetType(), Object.class);
    if (type == Instant.class) {
      return "a moment such as 2026-11-20T21:30:00Z";
    }
    if (type == LocalDate.class) {
      return "a date such as 2026-11-20";
    }
    if (type == UUID.class) {
      return "an identifier such as 019300b2-6c00-7d4f-8a51-3f0c9d2e7b10";
    }
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "a whole number";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }
}
