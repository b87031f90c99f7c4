package org.heed.cli.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.heed.text.Narrative;
import org.heed.text.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads one line of NDJSON as a narrative. Keys it does not know are passed over. */
final class NarrativeParser {
  private static final int OLDEST = 150;

  private int malformed;

  private final JsonFactory json =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(100)
                  .build())
          .build();

  /** What the object's keys have said so far. */
  private static final class Draft {
    @Nullable String id;
    @Nullable String text;
    OptionalInt age = OptionalInt.empty();
    Optional<LocalDate> occurredOn = Optional.empty();
    Optional<String> offence = Optional.empty();
  }

  /** How many bytes of the last line were malformed, each read as U+FFFD. */
  int malformed() {
    return malformed;
  }

  Narrative parse(byte[] line) throws MalformedLineException {
    Draft draft = new Draft();
    malformed = Utf8.malformed(line);
    byte[] whole = Utf8.repair(line, malformed);
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), whole)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedLineException("not a JSON object");
      }
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        parser.nextToken();
        take(key == null ? "" : key, parser, draft);
      }
      if (parser.nextToken() != null) {
        throw new MalformedLineException("more than one JSON value");
      }
    } catch (JacksonException e) {
      throw new MalformedLineException("not JSON, at column " + e.getLocation().getColumnNr());
    }
    if (draft.id == null) {
      throw new MalformedLineException("no id");
    }
    if (draft.text == null) {
      throw new MalformedLineException("no text");
    }
    return new Narrative(
        draft.id, Utf8.bytes(draft.text), draft.age, draft.occurredOn, draft.offence);
  }

  private static void take(String key, JsonParser parser, Draft draft)
      throws MalformedLineException {
    boolean empty = parser.currentToken() == JsonToken.VALUE_NULL;
    switch (key) {
      case "id" -> draft.id = scalar(key, parser);
      case "text" -> {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          throw new MalformedLineException("text is not a string");
        }
        draft.text = parser.getString();
      }
      case "victim_age" -> draft.age = empty ? OptionalInt.empty() : age(parser);
      case "occurred_on" -> draft.occurredOn = empty ? Optional.empty() : date(parser);
      case "offence" -> draft.offence = empty ? Optional.empty() : Optional.of(scalar(key, parser));
      default -> parser.skipChildren();
    }
  }

  private static String scalar(String key, JsonParser parser) throws MalformedLineException {
    return switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT -> parser.getString();
      case null, default -> throw new MalformedLineException(key + " is not a string");
    };
  }

  private static OptionalInt age(JsonParser parser) throws MalformedLineException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      String digits = parser.getString();
      if (digits.length() <= 3 && digits.charAt(0) != '-' && Integer.parseInt(digits) <= OLDEST) {
        return OptionalInt.of(Integer.parseInt(digits));
      }
    }
    throw new MalformedLineException("victim_age is not a whole number of years");
  }

  private static Optional<LocalDate> date(JsonParser parser) throws MalformedLineException {
    try {
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return Optional.of(LocalDate.parse(parser.getString()));
      }
    } catch (DateTimeException e) {
      throw new MalformedLineException("occurred_on is not a date such as 2017-03-02");
    }
    throw new MalformedLineException("occurred_on is not a date such as 2017-03-02");
  }
}
