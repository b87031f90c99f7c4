package org.heed.cli.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What was once read, held against what is read now. A line of {@code heed read} is its own proof:
 * it names the rulebook by its hash, each rule, its place and the context words with their scope.
 * What a line leaves out is not asked for, so that a single finding can stand alone; one that
 * leaves nothing out has to be the same to the byte.
 *
 * @param line as it was written
 */
record Proof(JsonNode once, String line) {
  /** Names that follow from the others. */
  private static final Set<String> WORDS = Set.of("text");

  /**
   * What differs, in words; nothing where the same is read again.
   *
   * @param written what is read now, as it is written
   */
  List<String> differences(JsonNode now, String written) {
    List<String> differences = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : once.properties()) {
      switch (part.getKey()) {
        case "findings" -> compare(part.getValue(), now.path("findings"), "finding", differences);
        case "reasons" -> compare(part.getValue(), now.path("reasons"), "reason", differences);
        case "language" -> compare(part.getValue(), now.path("language"), "wording", differences);
        default -> same("", part.getKey(), part.getValue(), now.path(part.getKey()), differences);
      }
    }
    if (differences.isEmpty() && isWhole() && !line.equals(written)) {
      differences.add(
          once.equals(now) ? "the same is written in other bytes" : "what is read now tells more");
    }
    return differences;
  }

  /** Whether all was given that reading tells, so that what is new is a difference too. */
  private boolean isWhole() {
    return once.has("ask") && once.has("findings") && once.has("language");
  }

  private void compare(JsonNode before, JsonNode after, String what, List<String> differences) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    after.forEach(each -> found.put(name(each), each));
    for (JsonNode each : before) {
      JsonNode again = found.remove(name(each));
      if (again == null) {
        differences.add(what + " " + name(each) + " is not found again");
      } else {
        for (Map.Entry<String, JsonNode> part : each.properties()) {
          same(
              what + " " + name(each) + ": ",
              part.getKey(),
              part.getValue(),
              again.path(part.getKey()),
              differences);
        }
      }
    }
    if (isWhole()) {
      found.keySet().forEach(name -> differences.add(what + " " + name + " is new"));
    }
  }

  /** A rule, or what was found and where. */
  private static String name(JsonNode part) {
    String rule = part.path("rule").asString("") + part.path("concept").asString("");
    return part.has("start")
        ? (rule + " " + part.path("start").asInt() + "–" + part.path("end").asInt()).strip()
        : rule;
  }

  private static void same(
      String of, String part, JsonNode before, JsonNode after, List<String> differences) {
    if (!before.equals(after)) {
      differences.add(
          WORDS.contains(part)
              ? of + "the words differ"
              : of
                  + part
                  + " was "
                  + before
                  + " and is "
                  + (after.isMissingNode() ? "none" : after));
    }
  }

  /** Without the words, which are personal. */
  @Override
  public String toString() {
    return "Proof[" + once.path("findings").size() + " findings]";
  }
}
