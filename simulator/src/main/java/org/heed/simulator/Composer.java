package org.heed.simulator;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.heed.simulator.Situation.Line;

/**
 * Writes a narrative: an opening of its situation, as many further sentences of it as the drawn
 * length allows, in the order they stand in the phrasebook, and what the writer adds at the end,
 * laid out and spelt as that officer does. Marks travel through as private-use characters until the
 * last step, so that spelling slips cannot move them.
 */
final class Composer {

  /** Mean length aimed at, in bytes of UTF-8. */
  static final int MEAN_BYTES = 658;

  private static final char OPEN = '\uE000';
  private static final char SHUT = '\uE400';

  /**
   * Narrative and what its words were put there to say.
   *
   * @param agency who its opening says told the force, empty where it does not say
   */
  record Composed(String text, List<Expressed> expressed, String agency) {}

  private record Mark(String concept, List<String> context) {}

  private final Phrasebook book;
  private final IdentityHashMap<Template, Integer> lengths = new IdentityHashMap<>();
  private final List<Mark> marks = new ArrayList<>();

  Composer(Phrasebook book) {
    this.book = book;
  }

  /**
   * A narrative.
   *
   * @param language whether to plant a sentence of victim-blaming language
   */
  Composed compose(Situation situation, Cast cast, boolean language, Chance chance) {
    for (int attempt = 0; ; attempt++) {
      cast.forget();
      Composed composed = attempt(situation, cast, language, chance);
      boolean hit = composed.expressed().stream().anyMatch(Expressed::isPlainIndicator);
      if (hit == situation.hit() || attempt == 20) {
        return composed;
      }
    }
  }

  /** One sentence of a shared pool. */
  String sentence(String pool, Cast cast, Chance chance) {
    marks.clear();
    StringBuilder out = new StringBuilder();
    render(chance.pick(book.pool(pool)), cast, chance, out);
    return finish(out, "").text();
  }

  private Composed attempt(Situation situation, Cast cast, boolean language, Chance chance) {
    marks.clear();
    double target =
        Math.clamp(MEAN_BYTES * 1.26 * StrictMath.exp(0.52 * chance.normal()), 120, 3600);
    Line open = chance.pick(situation.section("open"));
    List<Line> body = body(situation, open, chance);
    List<Template> tail = tail(situation, chance);
    int most = Math.min(body.size(), Math.max(3, body.size() * 2 / 3));
    BitSet chosen = new BitSet();
    int tails = 0;
    int left = (int) target - length(open.template());
    while (left > 45 && (chosen.cardinality() < most || tails < tail.size())) {
      boolean fromBody = tails == tail.size() || (chosen.cardinality() < most && chance.yes(0.62));
      if (fromBody) {
        int at = unused(chosen, body.size(), chance);
        chosen.set(at);
        left -= length(body.get(at).template()) + 1;
      } else {
        left -= length(tail.get(tails++)) + 1;
      }
    }
    List<Template> lines = new ArrayList<>();
    lines.add(open.template());
    chosen.stream().forEach(i -> lines.add(body.get(i).template()));
    int facts = lines.size();
    lines.addAll(tail.subList(0, tails));
    if (language) {
      lines.add(facts, chance.pick(book.pool("language")));
    }
    StringBuilder out = new StringBuilder();
    layOut(lines, facts, cast, chance, out);
    return finish(Spelling.of(cast.officer, out, chance), open.agency());
  }

  private static int unused(BitSet chosen, int size, Chance chance) {
    int at = chosen.nextClearBit(chance.below(size));
    return at < size ? at : chosen.nextClearBit(0);
  }

  /**
   * The sentences that go with an opening, one of each group, roughly in the order of the
   * phrasebook.
   */
  private static List<Line> body(Situation situation, Line open, Chance chance) {
    List<Line> all = new ArrayList<>();
    Set<String> groups = new HashSet<>();
    List<Line> section = situation.section("body");
    int from = chance.below(section.size());
    for (int i = 0; i < section.size(); i++) {
      Line line = section.get((i + from) % section.size());
      boolean fits = line.scene().isEmpty() || line.scene().equals(open.scene());
      if (fits && (line.group().isEmpty() || groups.add(line.group()))) {
        all.add(line);
      }
    }
    IdentityHashMap<Line, Double> places = new IdentityHashMap<>();
    for (int i = 0; i < section.size(); i++) {
      places.put(section.get(i), i + 1.6 * chance.normal());
    }
    all.sort(Comparator.comparing(places::get));
    return all;
  }

  private List<Template> tail(Situation situation, Chance chance) {
    List<Template> tail = new ArrayList<>();
    for (Line line : situation.section("tail")) {
      if (line.template() instanceof Template.Pool pool) {
        boolean more = pool.name().startsWith("more");
        if (chance.yes(more ? 0.95 : 0.8)) {
          tail.add(chance.pick(book.pool(pool.name())));
        }
        if (chance.yes(more ? 0.6 : pool.name().equals("sign-off") ? 0 : 0.35)) {
          tail.add(chance.pick(book.pool(pool.name())));
        }
      } else {
        tail.add(line.template());
      }
    }
    IdentityHashMap<Template, Boolean> seen = new IdentityHashMap<>();
    tail.removeIf(template -> seen.put(template, true) != null);
    return tail;
  }

  private void layOut(
      List<Template> lines, int facts, Cast cast, Chance chance, StringBuilder out) {
    int layout = lines.size() < 3 ? 0 : chance.yes(0.75) ? cast.officer.prose() : 0;
    switch (layout) {
      case 1 -> {
        for (int i = 0; i < lines.size(); i++) {
          out.append(i == 0 ? "" : "\n").append(cast.tick()).append(i % 3 == 2 ? " - " : " ");
          line(lines.get(i), cast, chance, out);
        }
      }
      case 2 -> {
        for (int i = 0; i < lines.size(); i++) {
          out.append(i == 0 ? "" : "\n").append(i == 0 ? "" : "- ");
          line(lines.get(i), cast, chance, out);
        }
      }
      case 3 -> {
        out.append(
            chance.pick(
                List.of("CIRCUMSTANCES: ", "Circumstances\n", "MO / DETAILS: ", "Summary: ")));
        for (int i = 0; i < lines.size(); i++) {
          if (i == facts && i < lines.size()) {
            out.append("\n")
                .append(
                    chance.pick(List.of("ACTIONS: ", "ACTION TAKEN: ", "Further: ", "UPDATE: ")));
          } else if (i > 0) {
            out.append(' ');
          }
          line(lines.get(i), cast, chance, out);
        }
      }
      default -> {
        boolean paragraphs = lines.size() > 4 && chance.yes(0.4);
        for (int i = 0; i < lines.size(); i++) {
          out.append(i == 0 ? "" : paragraphs && i == facts ? "\n\n" : " ");
          line(lines.get(i), cast, chance, out);
        }
      }
    }
  }

  private void line(Template template, Cast cast, Chance chance, StringBuilder out) {
    int from = out.length();
    render(template, cast, chance, out);
    while (from < out.length() && out.charAt(from) >= OPEN) {
      from++;
    }
    if (from < out.length()) {
      out.setCharAt(from, Character.toUpperCase(out.charAt(from)));
    }
  }

  private void render(Template template, Cast cast, Chance chance, StringBuilder out) {
    switch (template) {
      case Template.Literal(String words) -> {
        boolean twice = !out.isEmpty() && out.charAt(out.length() - 1) == ',';
        if (twice && ",.;:)".indexOf(words.charAt(0)) >= 0) {
          out.setLength(out.length() - 1);
        }
        out.append(words);
      }
      case Template.Choice(List<Template> options) ->
          render(chance.pick(options), cast, chance, out);
      case Template.Sequence(List<Template> parts) -> {
        for (Template part : parts) {
          render(part, cast, chance, out);
        }
      }
      case Template.Slot(String name) -> cast.fill(name, out);
      case Template.Pool(String name) -> render(chance.pick(book.pool(name)), cast, chance, out);
      case Template.Marked(String concept, List<String> context, Template inside) -> {
        int mark = marks.size();
        marks.add(new Mark(concept, context));
        out.append((char) (OPEN + mark));
        render(inside, cast, chance, out);
        out.append((char) (SHUT + mark));
      }
    }
  }

  private Composed finish(CharSequence marked, String agency) {
    StringBuilder text = new StringBuilder(marked.length());
    int[] starts = new int[marks.size()];
    List<Expressed> expressed = new ArrayList<>(marks.size());
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c >= OPEN && c < SHUT) {
        starts[c - OPEN] = text.length();
      } else if (c >= SHUT && c < '\uE800') {
        Mark mark = marks.get(c - SHUT);
        expressed.add(
            new Expressed(mark.concept(), mark.context(), starts[c - SHUT], text.length()));
      } else {
        text.append(c);
      }
    }
    return new Composed(text.toString(), List.copyOf(expressed), agency);
  }

  /** About how long a template comes out. */
  private int length(Template template) {
    Integer known = lengths.get(template);
    if (known == null) {
      known =
          switch (template) {
            case Template.Literal(String words) -> words.length();
            case Template.Choice(List<Template> options) ->
                (int) options.stream().mapToInt(this::length).average().orElse(0);
            case Template.Sequence(List<Template> parts) ->
                parts.stream().mapToInt(this::length).sum();
            case Template.Slot slot -> 9;
            case Template.Pool(String name) -> length(book.pool(name).getFirst());
            case Template.Marked(String concept, List<String> context, Template inside) ->
                length(inside);
          };
      lengths.put(template, known);
    }
    return known;
  }
}
