package org.heed.cli.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.cli.CommandFailure;
import org.heed.cli.InputFile;
import org.heed.server.access.Refused;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question about figures as a file has it. Everything that could change with the day of asking
 * must be said; the area and the moment of knowing may be left out, and {@code by} is then a month.
 */
final class QuestionFile {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Set<String> FIELDS =
      Set.of("unit", "definition", "area", "period", "clock", "known_at", "rulebook");
  private static final Set<String> PERIOD = Set.of("from", "to", "by");

  private QuestionFile() {}

  /** Reads a file's JSON. */
  static JsonNode json(String file) throws IOException {
    try (InputStream in = new InputFile(file).open()) {
      return JSON.readTree(in);
    } catch (JacksonException e) {
      throw new CommandFailure(
          file
              + " is not JSON, at line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ".",
          e);
    }
  }

  /**
   * The question.
   *
   * @param path its own name with a dot after it, for messages; empty for a file of one question
   * @param knownAt in place of the file's; null for the file's
   */
  static Question parse(JsonNode json, String path, @Nullable String knownAt) {
    ObjectNode object = object(json, path.isEmpty() ? "the question" : path);
    requireOnly(object, FIELDS, path);
    ObjectNode period = object(required(object, "period", path), path + "period");
    requireOnly(period, PERIOD, path + "period.");
    Map<String, String> given = new HashMap<>();
    for (String name : List.of("unit", "definition", "clock")) {
      given.put(name, text(required(object, name, path), path + name));
    }
    for (String name : List.of("from", "to")) {
      given.put(name, text(required(period, name, path + "period."), path + "period." + name));
    }
    optional(period, "by", path + "period.").ifPresent(by -> given.put("by", by));
    optional(object, "area", path).ifPresent(area -> given.put("area", area));
    optional(object, "known_at", path).ifPresent(known -> given.put("known-at", known));
    optional(object, "rulebook", path).ifPresent(rulebook -> given.put("rulebook", rulebook));
    if (knownAt != null) {
      given.put("known-at", knownAt);
    }
    try {
      return QuestionText.parse(given, java.time.LocalDate.EPOCH);
    } catch (Refused e) {
      throw new CommandFailure(sentence(e, path), e);
    }
  }

  /** A refusal as a file has its fields. */
  static String sentence(Refused refused, String path) {
    String sentence = refused.sentence().replace("known-at is", "known_at is");
    boolean inPeriod = sentence.matches("(?s)(from|to|by) is .*");
    return path + (inPeriod ? "period." : "") + sentence;
  }

  /** The question as a file has it, with everything said. */
  static ObjectNode json(Question question) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("unit", question.unit().code());
    json.put("definition", question.definition().code());
    json.put("area", question.area());
    ObjectNode period = json.putObject("period");
    period.put("from", question.from().toString());
    period.put("to", question.to().toString());
    period.put("by", question.by().code());
    json.put("clock", question.clock().code());
    json.put("known_at", question.knownAt() == null ? null : question.knownAt().toString());
    if (question.rulebook() != null) {
      json.put("rulebook", question.rulebook());
    }
    return json;
  }

  /** The zone that a question's days are days of. */
  static String zone() {
    return Words.LONDON.getId();
  }

  private static ObjectNode object(JsonNode json, String name) {
    if (json instanceof ObjectNode object) {
      return object;
    }
    throw new CommandFailure(name + " is a JSON object.");
  }

  private static void requireOnly(ObjectNode object, Set<String> known, String path) {
    Set<String> others = new HashSet<>(object.propertyNames());
    others.removeAll(known);
    others.stream()
        .sorted()
        .findFirst()
        .ifPresent(other -> {
          throw new CommandFailure(
              path + other + " is no part of a question: there are " + sorted(known) + ".");
        });
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static JsonNode required(ObjectNode object, String name, String path) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw new CommandFailure(path + name + " is missing.");
    }
    return value;
  }

  private static java.util.Optional<String> optional(ObjectNode object, String name, String path) {
    JsonNode value = object.get(name);
    return value == null || value.isNull()
        ? java.util.Optional.empty()
        : java.util.Optional.of(text(value, path + name));
  }

  private static String text(JsonNode value, String name) {
    if (!value.isString() || value.stringValue().isBlank()) {
      throw new CommandFailure(name + " is a text that is not empty.");
    }
    return value.stringValue();
  }
}
