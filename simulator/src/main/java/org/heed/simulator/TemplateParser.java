package org.heed.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads one line of the phrasebook: {@code [a|b|]} chooses, {@code {slot}} is filled from the case,
 * {@code {@pool}} is a sentence of a shared pool, {@code <concept/context:words>} marks words that
 * express a concept.
 */
final class TemplateParser {

  /** Contexts a marked passage can have. */
  static final Set<String> CONTEXTS =
      Set.of("neg", "hyp", "hist", "pos", "rep", "quo", "other", "benign");

  private final String line;
  private int at;

  private TemplateParser(String line) {
    this.line = line;
  }

  static Template parse(String line) {
    TemplateParser parser = new TemplateParser(line);
    Template template = parser.sequence("");
    if (parser.at < line.length()) {
      throw parser.wrong("unexpected " + line.charAt(parser.at));
    }
    return template;
  }

  private Template sequence(String stops) {
    List<Template> parts = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    while (at < line.length() && stops.indexOf(line.charAt(at)) < 0) {
      char c = line.charAt(at);
      switch (c) {
        case '[', '{', '<' -> {
          flush(words, parts);
          at++;
          parts.add(c == '[' ? choice() : c == '{' ? slot() : marked());
        }
        case ']', '}', '>', '|' -> throw wrong("stray " + c);
        default -> {
          words.append(c);
          at++;
        }
      }
    }
    flush(words, parts);
    return parts.size() == 1 ? parts.getFirst() : new Template.Sequence(List.copyOf(parts));
  }

  private static void flush(StringBuilder words, List<Template> parts) {
    if (!words.isEmpty()) {
      parts.add(new Template.Literal(words.toString()));
      words.setLength(0);
    }
  }

  private Template choice() {
    List<Template> options = new ArrayList<>();
    do {
      options.add(sequence("|]"));
    } while (take() == '|');
    return new Template.Choice(List.copyOf(options));
  }

  private Template slot() {
    String name = until('}');
    return name.startsWith("@") ? new Template.Pool(name.substring(1)) : new Template.Slot(name);
  }

  private Template marked() {
    List<String> names = List.of(until(':').split("/"));
    List<String> context = names.subList(1, names.size());
    if (!CONTEXTS.containsAll(context)) {
      throw wrong("unknown context " + context);
    }
    Template inside = sequence(">");
    if (take() != '>') {
      throw wrong("mark not closed");
    }
    return new Template.Marked(names.getFirst(), List.copyOf(context), inside);
  }

  private String until(char end) {
    int to = line.indexOf(end, at);
    if (to < 0) {
      throw wrong("missing " + end);
    }
    String text = line.substring(at, to);
    at = to + 1;
    return text;
  }

  private char take() {
    if (at >= line.length()) {
      throw wrong("not closed");
    }
    return line.charAt(at++);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what + " at " + at + " in: " + line);
  }
}
