package org.heed.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Takes one YAML mapping apart key by key, collecting mistakes with their lines. Reading goes on
 * after a mistake, so that one run names them all; what could not be read has a harmless value.
 */
final class NodeReader {
  private static final LocalDateTime NEVER = LocalDate.MAX.atStartOfDay();
  private static final Map<String, Boolean> TRUTHS =
      new java.util.TreeMap<>(Map.of("true", true, "false", false));

  private final String file;
  private final String kind;
  private final Where at;
  private final List<Problem> problems;
  private final WordSets sets;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Where> keys = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  NodeReader(String file, String kind, @Nullable Node node, List<Problem> problems) {
    this(file, kind, node, problems, WordSets.none());
  }

  /**
   * A reader of one mapping.
   *
   * @param sets of words that its phrases may name
   */
  NodeReader(String file, String kind, @Nullable Node node, List<Problem> problems, WordSets sets) {
    this.file = file;
    this.kind = kind;
    this.problems = problems;
    this.sets = sets;
    this.at = node == null ? new Where(file, 1) : where(file, node);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          values.put(key.getValue(), tuple.getValueNode());
          keys.put(key.getValue(), where(file, key));
        } else {
          problem(where(file, tuple.getKeyNode()), "a key is not a word", "Write key: value");
        }
      }
    } else {
      problem(at, kind + " is not written as keys and values", "Write key: value lines");
    }
  }

  Where at() {
    return at;
  }

  static Where where(String file, Node node) {
    return new Where(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1);
  }

  void problem(Where place, String what, String cure) {
    problems.add(new Problem(place, what, cure));
  }

  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /** The place of a key's value, or of the whole mapping. */
  Where at(String key) {
    Node node = values.get(key);
    return node == null ? at : where(file, node);
  }

  String text(String key) {
    return optionalText(key)
        .orElseGet(() -> {
          problem(at, kind + " has no " + key, "Add " + key + ": …");
          return "";
        });
  }

  Optional<String> optionalText(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip());
    }
    problem(where(file, node), key + " is not a text", "Write one text after " + key + ":");
    return Optional.of("");
  }

  String id() {
    String id = text("id");
    requireWellFormed(id, at("id"));
    return id;
  }

  void requireWellFormed(String id, Where place) {
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      problem(place, "the id “" + id + "” is not well formed", "Use lower case words and hyphens");
    }
  }

  Optional<LocalDate> date(String key) {
    return optionalText(key)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> {
          if (!text.matches("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")) {
            problem(
                at(key),
                key + " is not a date: “" + text + "”",
                "Write year, month and day as 2026-01-31");
            return Optional.empty();
          }
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeParseException e) {
            problem(at(key), "there is no day " + text, "Write a day of the calendar");
            return Optional.empty();
          }
        });
  }

  /** A day and time by the wall's clock, written somewhere. */
  LocalDateTime moment(String text, Where place) {
    if (text.isEmpty()) {
      return NEVER;
    }
    try {
      return LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeParseException e) {
      problem(place, "there is no day and time “" + text + "”", "Write it as \"2026-04-10 09:30\"");
      return NEVER;
    }
  }

  /** From when a rule stands: by the day its rulebook comes into force, or earlier. */
  LocalDate since(LocalDate inForce) {
    LocalDate since = date("since").orElse(inForce);
    if (since.isAfter(inForce)) {
      problem(
          at("since"),
          "since " + since + " is after the rulebook's in_force, " + inForce,
          "Give a day up to " + inForce + ", or leave since out");
    }
    return since;
  }

  Optional<Integer> number(String key, int least, int most) {
    return optionalText(key)
        .filter(text -> !text.isEmpty())
        .flatMap(text -> {
          if (!text.matches("[0-9]{1,6}")) {
            problem(at(key), key + " is not a whole number", "Write digits only");
            return Optional.empty();
          }
          int number = Integer.parseInt(text);
          if (number < least || number > most) {
            problem(
                at(key),
                key + " cannot be " + number,
                "Write a number from " + least + " to " + most);
          }
          return Optional.of(number);
        });
  }

  /** A number that must be there. */
  int needed(String key, int least, int most) {
    if (!has(key)) {
      problem(at, kind + " has no " + key, "Add " + key + ": " + least);
    }
    return number(key, least, most).orElse(least);
  }

  /** Yes or no. */
  boolean truth(String key, @Nullable Boolean otherwise) {
    return word(key, TRUTHS, otherwise);
  }

  /** One word among a few; the first of them where it is missing or another. */
  <T> T word(String key, Map<String, T> words, @Nullable T otherwise) {
    Optional<String> text = optionalText(key);
    if (text.isPresent() && words.containsKey(text.get())) {
      return words.get(text.get());
    }
    if (text.isPresent() || otherwise == null) {
      problem(
          at(key),
          text.map(t -> key + " cannot be “" + t + "”").orElse(kind + " has no " + key),
          DidYouMean.cure(
              text.orElse(""),
              words.keySet(),
              "Write one of " + String.join(", ", words.keySet())));
    }
    return otherwise != null ? otherwise : words.values().iterator().next();
  }

  /** The texts of a list; one text stands for a list of one. */
  List<Sample> texts(String key) {
    asked.add(key);
    Node node = values.get(key);
    List<Sample> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        addText(key, item, texts);
      }
    } else if (node != null) {
      addText(key, node, texts);
    }
    return texts;
  }

  private void addText(String key, Node item, List<Sample> texts) {
    if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      Sample text = new Sample(scalar.getValue().strip(), where(file, item));
      texts.stream()
          .filter(earlier -> earlier.text().equals(text.text()))
          .findFirst()
          .ifPresent(earlier ->
              problem(
                  text.at(),
                  "“" + text.text() + "” stands under " + key + " already, at " + earlier.at(),
                  "Keep one of them"));
      texts.add(text);
    } else {
      problem(
          where(file, item),
          "an entry of " + key + " is not a text",
          "Write each as “- words”; quote what begins with [ or holds “: ”");
    }
  }

  /** At least one text. */
  List<Sample> someTexts(String key) {
    List<Sample> texts = texts(key);
    requireSome(key);
    return texts;
  }

  /** Whether anything was written under the key, well formed or not; its lack is a mistake. */
  private void requireSome(String key) {
    Node node = values.get(key);
    if (node == null || (node instanceof SequenceNode list && list.getValue().isEmpty())) {
      problem(at, kind + " has no " + key, "Add at least one under " + key + ":");
    }
  }

  List<Phrase> phrases(String key) {
    List<Phrase> phrases = new ArrayList<>();
    for (Sample text : texts(key)) {
      try {
        phrases.add(new Phrase(text.text(), PatternParser.parse(text.text(), sets), text.at()));
      } catch (PatternException e) {
        problem(text.at(), e.what(), e.cure());
      }
    }
    return phrases;
  }

  List<Phrase> somePhrases(String key) {
    List<Phrase> phrases = phrases(key);
    requireSome(key);
    return phrases;
  }

  /** No text can be an example and a counter-example. */
  void requireApart(List<Sample> match, List<Sample> noMatch) {
    for (Sample counter : noMatch) {
      if (match.stream().anyMatch(sample -> sample.text().equals(counter.text()))) {
        problem(
            counter.at(),
            "“" + counter.text() + "” stands under match and under no_match",
            "Keep it under one of them");
      }
    }
  }

  /** The mappings of a list that must hold at least one. */
  List<NodeReader> someItems(String key, String itemKind) {
    List<NodeReader> items = items(key, itemKind);
    requireSome(key);
    return items;
  }

  /** The mappings of a list. */
  List<NodeReader> items(String key, String itemKind) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream()
          .map(item -> new NodeReader(file, itemKind, item, problems, sets))
          .toList();
    }
    problem(where(file, node), key + " is not a list", "Write each entry as “- …”");
    return List.of();
  }

  /** A mapping of its own. */
  Optional<NodeReader> mapping(String key, String itemKind) {
    asked.add(key);
    Node node = values.get(key);
    return node == null
        ? Optional.empty()
        : Optional.of(new NodeReader(file, itemKind, node, problems, sets));
  }

  /** Names and texts, in order. */
  Map<String, Sample> named(String key) {
    asked.add(key);
    Map<String, Sample> named = new LinkedHashMap<>();
    Node node = values.get(key);
    if (node == null) {
      return named;
    }
    NodeReader inner = new NodeReader(file, key, node, problems, sets);
    for (String name : inner.values.keySet()) {
      inner.optionalText(name).ifPresent(t -> named.put(name, new Sample(t, inner.at(name))));
    }
    return named;
  }

  /** Names every key that nobody asked for. */
  void finish() {
    for (Map.Entry<String, Where> key : keys.entrySet()) {
      if (!asked.contains(key.getKey())) {
        problem(
            key.getValue(),
            kind + " has no key “" + key.getKey() + "”",
            DidYouMean.cure(key.getKey(), asked, "Use one of " + String.join(", ", asked)));
      }
    }
  }
}
