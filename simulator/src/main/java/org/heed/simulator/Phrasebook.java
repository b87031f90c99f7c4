package org.heed.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Every situation and shared sentence, read from the module's own resources. */
final class Phrasebook {

  private static final List<String> FILES =
      List.of(
          "shared",
          "missing",
          "referrals",
          "intelligence",
          "crimes",
          "police",
          "harm",
          "look-alikes",
          "ordinary");

  private final Map<String, Situation> situations = new LinkedHashMap<>();
  private final Map<String, List<Template>> pools = new LinkedHashMap<>();

  private Phrasebook() {}

  static Phrasebook load() {
    return Holder.BOOK;
  }

  private static final class Holder {
    static final Phrasebook BOOK = read();
  }

  private static Phrasebook read() {
    Phrasebook book = new Phrasebook();
    for (String file : FILES) {
      String resource = "narrative/" + file + ".txt";
      try (InputStream in =
          Objects.requireNonNull(Phrasebook.class.getResourceAsStream(resource), resource)) {
        book.add(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return book;
  }

  private void add(String resource, String[] lines) {
    Map<String, List<Situation.Line>> sections = new LinkedHashMap<>();
    List<Situation.Line> current = new ArrayList<>();
    List<Template> pool = null;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      try {
        if (line.startsWith("== @")) {
          pool = new ArrayList<>();
          pools.put(line.substring(4).strip(), pool);
        } else if (line.startsWith("== ")) {
          pool = null;
          sections = new LinkedHashMap<>();
          Situation situation = header(line.substring(3), sections);
          situations.put(situation.id(), situation);
        } else if (line.startsWith("-- ")) {
          current = new ArrayList<>();
          sections.put(line.substring(3).strip(), current);
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          if (pool != null) {
            pool.add(TemplateParser.parse(line));
          } else {
            current.add(line(line));
          }
        }
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException(resource + " line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
  }

  /** {@code %agency }, {@code :scene } and {@code ~group } may stand before the words. */
  private static Situation.Line line(String text) {
    String agency = "";
    String scene = "";
    String group = "";
    String words = text;
    while (!words.isEmpty() && "%:~".indexOf(words.charAt(0)) >= 0) {
      int space = words.indexOf(' ');
      if (words.startsWith("%")) {
        agency = words.substring(1, space);
      } else if (words.startsWith(":")) {
        scene = words.substring(1, space);
      } else {
        group = words.substring(1, space);
      }
      words = words.substring(space + 1);
    }
    return new Situation.Line(agency, scene, group, TemplateParser.parse(words));
  }

  private static Situation header(String text, Map<String, List<Situation.Line>> sections) {
    String[] words = text.strip().split("\\s+");
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      options.put(words[i].substring(0, equals), words[i].substring(equals + 1));
    }
    Set<ReportKind> kinds = new LinkedHashSet<>();
    for (String kind : options.getOrDefault("kinds", "crime").split(",")) {
      kinds.add(
          Stream.of(ReportKind.values())
              .filter(k -> k.id().equals(kind))
              .findFirst()
              .orElseThrow());
    }
    String topicId = options.getOrDefault("topic", "");
    Topic topic =
        Stream.of(Topic.values())
            .filter(t -> t.id().equals(topicId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No topic " + topicId));
    boolean hit = Boolean.parseBoolean(options.getOrDefault("hit", "true"));
    return new Situation(
        words[0],
        topic,
        kinds,
        hit,
        Double.parseDouble(options.getOrDefault("visible", "0.5")),
        Double.parseDouble(options.getOrDefault("weight", "1")),
        List.of(options.getOrDefault("agency", "public").split(",")),
        options.containsKey("offence") ? List.of(options.get("offence").split(",")) : List.of(),
        sections);
  }

  Situation situation(String id) {
    Situation situation = situations.get(id);
    if (situation == null) {
      throw new IllegalArgumentException("No situation " + id);
    }
    return situation;
  }

  List<Situation> situations() {
    return List.copyOf(situations.values());
  }

  List<Template> pool(String name) {
    List<Template> pool = pools.get(name);
    if (pool == null) {
      throw new IllegalArgumentException("No pool @" + name);
    }
    return pool;
  }
}
