package org.heed.rulebook;

import java.util.List;

/** A phrase pattern: the mini-language of {@code docs/rulebook-format.md}, parsed. */
public sealed interface Pattern {

  /** One word, folded to a–z and 0–9. */
  record Word(String text) implements Pattern {}

  /** A word and its inflections, written {@code groom~}. */
  record Inflected(String text) implements Pattern {}

  /** A whole number from low to high, in figures or words, written {@code (0..17)}. */
  record Numeral(int low, int high) implements Pattern {
    /** The largest number understood; {@code (0..)} reaches up to it. */
    public static final int MOST = 999_999;
  }

  /** Up to this many words between its neighbours, written {@code <3>}. */
  record Gap(int words) implements Pattern {}

  /** One after the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    public Sequence {
      parts = List.copyOf(parts);
    }
  }

  /** One of these. */
  record Choice(List<Pattern> options) implements Pattern {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** May be left out, written {@code [again]}. */
  record Maybe(Pattern part) implements Pattern {}
}
