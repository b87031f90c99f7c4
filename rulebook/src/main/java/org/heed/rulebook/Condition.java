package org.heed.rulebook;

import java.util.List;

/** When a prompt rule holds: the conditions of {@code docs/rulebook-format.md}, parsed. */
public sealed interface Condition {

  record All(List<Condition> parts) implements Condition {
    public All {
      parts = List.copyOf(parts);
    }
  }

  record Any(List<Condition> parts) implements Condition {
    public Any {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition part) implements Condition {}

  /** At least so many of these hold, written {@code 2 of (a, b, harm)}. */
  record AtLeastOf(int number, List<Condition> parts) implements Condition {
    public AtLeastOf {
      parts = List.copyOf(parts);
    }
  }

  /** At least so many different concepts of a family, written {@code 2 vulnerability}. */
  record AtLeast(int number, Family family) implements Condition {}

  /** A finding of the term counts, in this strength. */
  record Has(Term term, Strength strength) implements Condition {}

  /** Findings of both count, in one paragraph and at most so many sentences apart. */
  record Near(Term one, Term other, int sentences) implements Condition {}

  /**
   * A finding of one of these counts in a paragraph in which none of the others does, written
   * {@code harm apart-from document-talk}.
   */
  record Apart(List<Term> these, List<Term> others) implements Condition {
    public Apart {
      these = List.copyOf(these);
      others = List.copyOf(others);
    }
  }

  /** A fact that came with the text, compared with a number. */
  record Compare(Fact fact, Comparison comparison, int value) implements Condition {}

  record IsUnknown(Fact fact) implements Condition {}

  /** A fact is known and among these. */
  record In(Fact fact, List<String> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }
  }

  /** A concept or a family. */
  sealed interface Term {
    record OfConcept(String concept) implements Term {}

    record OfFamily(Family family) implements Term {}
  }

  /** Which findings count. */
  enum Strength {
    /** Neither negated nor hypothetical. */
    ANY,
    /** And not possible. */
    CERTAIN,
    /** And not historical. */
    RECENT,
    /** And not reported. */
    FIRST_HAND,
    /** In whatever context. */
    WRITTEN
  }

  /** What may come with a text. */
  enum Fact {
    VICTIM_AGE("victim_age"),
    OFFENCE("offence");

    private final String word;

    Fact(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  enum Comparison {
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    EQUAL("=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /** Whether {@code left} stands in this relation to {@code right}. */
    public boolean holds(int left, int right) {
      return switch (this) {
        case LESS -> left < right;
        case AT_MOST -> left <= right;
        case MORE -> left > right;
        case AT_LEAST -> left >= right;
        case EQUAL -> left == right;
      };
    }
  }
}
