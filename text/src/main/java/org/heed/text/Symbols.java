package org.heed.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.rulebook.Pattern;

/**
 * Labels of the edges of {@link Nfa}: words and ranges of numbers, each numbered as it is first
 * met.
 */
final class Symbols {
  /** What a label stands for. */
  enum Kind {
    /** A word by itself. */
    WORD,
    /** A number in figures within a range. */
    RANGE,
    /** A word glued to figures. */
    GLUED
  }

  private static final Kind[] KINDS = Kind.values();

  private final Map<String, Integer> words = new HashMap<>();
  private final List<String> inOrder = new ArrayList<>();
  private final Map<Pattern.Numeral, Integer> ranges = new HashMap<>();
  private final List<Pattern.Numeral> rangesInOrder = new ArrayList<>();

  static Kind kind(int label) {
    return KINDS[label % KINDS.length];
  }

  /** The word's number, from 1 on, or the range's, from 0 on. */
  static int number(int label) {
    return label / KINDS.length;
  }

  @SuppressWarnings("EnumOrdinal")
  private static int label(Kind kind, int number) {
    return number * KINDS.length + kind.ordinal();
  }

  int word(String word) {
    return label(Kind.WORD, number(word));
  }

  int glued(String word) {
    return label(Kind.GLUED, number(word));
  }

  int range(Pattern.Numeral range) {
    Integer number = ranges.putIfAbsent(range, ranges.size());
    if (number == null) {
      rangesInOrder.add(range);
    }
    return label(Kind.RANGE, number == null ? ranges.size() - 1 : number);
  }

  private int number(String word) {
    Integer number = words.putIfAbsent(word, words.size() + 1);
    if (number == null) {
      inOrder.add(word);
    }
    return number == null ? words.size() : number;
  }

  /** By number from 1 on. */
  List<String> words() {
    return inOrder;
  }

  List<Pattern.Numeral> ranges() {
    return rangesInOrder;
  }
}
