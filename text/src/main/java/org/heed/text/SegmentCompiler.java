package org.heed.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.heed.rulebook.Inflections;
import org.heed.rulebook.NumberWords;
import org.heed.rulebook.Pattern;

/**
 * Adds one segment of a phrase to the automaton. Alternatives meet again behind themselves, so that
 * a pattern costs the sum of its words and not the product; only what a hit must know keeps paths
 * apart: how many words it has had and what is left to check.
 */
final class SegmentCompiler {

  /**
   * How far a path has come.
   *
   * @param words words so far
   * @param checks what is left to check
   * @param figures whether it ends in figures, to which the next word may be glued
   */
  record Path(int words, List<WordCheck> checks, boolean figures) {}

  private final Nfa nfa;

  SegmentCompiler(Nfa nfa) {
    this.nfa = nfa;
  }

  /** Adds a segment; each kind of path that ends it accepts what {@code payload} says. */
  void add(List<Pattern> segment, ToIntFunction<Path> payload) {
    Map<Path, Integer> ends = new LinkedHashMap<>();
    ends.put(new Path(0, List.of(), false), Nfa.START);
    for (Pattern part : segment) {
      ends = append(ends, part);
    }
    ends.forEach((path, node) -> {
      int end = nfa.add();
      nfa.free(node, end);
      nfa.accept(end, payload.applyAsInt(path));
    });
  }

  private Map<Path, Integer> append(Map<Path, Integer> from, Pattern part) {
    Map<Path, Integer> to = new LinkedHashMap<>();
    switch (part) {
      case Pattern.Word word -> from.forEach((path, node) -> word(path, node, word.text(), to));
      case Pattern.Inflected word ->
          from.forEach((path, node) ->
              Inflections.of(word.text()).forEach(form -> word(path, node, form, to)));
      case Pattern.Numeral number -> from.forEach((path, node) -> number(path, node, number, to));
      case Pattern.Maybe maybe -> {
        append(from, maybe.part()).forEach((path, node) -> meet(path, node, to));
        from.forEach((path, node) -> meet(path, node, to));
      }
      case Pattern.Choice choice ->
          choice
              .options()
              .forEach(
                  option -> append(from, option).forEach((path, node) -> meet(path, node, to)));
      case Pattern.Sequence sequence -> {
        Map<Path, Integer> ends = from;
        for (Pattern each : sequence.parts()) {
          ends = append(ends, each);
        }
        return ends;
      }
      case Pattern.Gap _ -> throw new IllegalArgumentException("a gap parts segments");
    }
    return to;
  }

  /** Lets paths of one kind meet in one node. */
  private void meet(Path path, int node, Map<Path, Integer> ends) {
    Integer meeting = ends.get(path);
    if (meeting == null) {
      meeting = nfa.add();
      ends.put(path, meeting);
    }
    if (meeting != node) {
      nfa.free(node, meeting);
    }
  }

  private void word(Path path, int node, String word, Map<Path, Integer> ends) {
    boolean digits = word.chars().anyMatch(c -> c >= '0' && c <= '9');
    List<WordCheck> checks = path.checks();
    if (digits) {
      checks = with(checks, new WordCheck(path.words(), word, 0, 0));
    }
    Path longer = new Path(path.words() + 1, checks, false);
    meet(longer, spell(next(path, node), word), ends);
    boolean letter = word.charAt(0) > '9';
    if (path.figures() && letter && !digits) {
      meet(new Path(path.words(), checks, false), spell(node, word), ends);
    }
  }

  private void number(Path path, int node, Pattern.Numeral number, Map<Path, Integer> ends) {
    int before = next(path, node);
    Path figures =
        new Path(
            path.words() + 1,
            with(path.checks(), new WordCheck(path.words(), "", number.low(), number.high())),
            true);
    int most = String.valueOf(number.high()).length();
    for (int n = String.valueOf(number.low()).length(); n <= most; n++) {
      meet(figures, spell(before, "0".repeat(n)), ends);
    }
    for (String word : NumberWords.between(number.low(), number.high())) {
      int words = word.contains(" ") ? 2 : 1;
      meet(new Path(path.words() + words, path.checks(), false), spell(before, word), ends);
    }
  }

  private static List<WordCheck> with(List<WordCheck> checks, WordCheck check) {
    return java.util.stream.Stream.concat(checks.stream(), java.util.stream.Stream.of(check))
        .toList();
  }

  /** Where the next word begins. */
  private int next(Path path, int node) {
    return path.words() == 0 ? node : nfa.step(node, Classes.SPACE);
  }

  private int spell(int node, String word) {
    int at = node;
    for (int i = 0; i < word.length(); i++) {
      at = nfa.step(at, Classes.OF[word.charAt(i)]);
    }
    return at;
  }
}
