package org.heed.text;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.heed.rulebook.Inflections;
import org.heed.rulebook.NumberWords;
import org.heed.rulebook.Pattern;

/**
 * Adds one segment of a phrase to the automaton. Alternatives meet again behind themselves, so that
 * a pattern costs the sum of its words and not the product; only what a hit must know keeps paths
 * apart: how many words it has had.
 */
final class SegmentCompiler {

  /**
   * How far a path has come.
   *
   * @param words words so far
   * @param figures whether it ends in figures, to which the next word may be glued
   */
  record Path(int words, boolean figures) {}

  private final Nfa nfa;
  private final Symbols symbols;

  SegmentCompiler(Nfa nfa, Symbols symbols) {
    this.nfa = nfa;
    this.symbols = symbols;
  }

  /** Adds a segment; paths of so many words that end it accept what {@code payload} says. */
  void add(List<Pattern> segment, IntUnaryOperator payload) {
    Map<Path, Integer> paths = new LinkedHashMap<>();
    paths.put(new Path(0, false), Nfa.START);
    for (Pattern part : segment) {
      paths = append(paths, part);
    }
    Map<Integer, Integer> ends = new HashMap<>();
    paths.forEach((path, node) -> {
      Integer end = ends.get(path.words());
      if (end == null) {
        end = nfa.add();
        nfa.accept(end, payload.applyAsInt(path.words()));
        ends.put(path.words(), end);
      }
      nfa.free(node, end);
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
    meet(new Path(path.words() + 1, false), nfa.step(node, symbols.word(word)), ends);
    if (path.figures() && word.chars().noneMatch(c -> c <= '9')) {
      meet(new Path(path.words(), false), nfa.step(node, symbols.glued(word)), ends);
    }
  }

  private void number(Path path, int node, Pattern.Numeral number, Map<Path, Integer> ends) {
    meet(new Path(path.words() + 1, true), nfa.step(node, symbols.range(number)), ends);
    for (String written : NumberWords.between(number.low(), number.high())) {
      int words = path.words();
      int at = node;
      for (String word : written.split(" ")) {
        at = nfa.step(at, symbols.word(word));
        words++;
      }
      meet(new Path(words, false), at, ends);
    }
  }
}
