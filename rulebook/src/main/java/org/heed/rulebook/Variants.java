package org.heed.rulebook;

import java.util.ArrayList;
import java.util.List;

/** The written-out variants of a pattern: counting them first, then listing them. */
public final class Variants {
  private Variants() {}

  /**
   * How many variants there are, capped far above the limit. A pattern with gaps counts as the sum
   * of its segments, since they are compiled apart.
   */
  static long count(Pattern pattern) {
    if (pattern instanceof Pattern.Sequence sequence
        && sequence.parts().stream().anyMatch(Pattern.Gap.class::isInstance)) {
      return segments(sequence).stream()
          .mapToLong(s -> s.isEmpty() ? 0 : count(new Pattern.Sequence(s)))
          .sum();
    }
    return switch (pattern) {
      case Pattern.Word _, Pattern.Gap _ -> 1;
      case Pattern.Inflected word -> Inflections.of(word.text()).size();
      case Pattern.Numeral number -> 6 + NumberWords.between(number.low(), number.high()).size();
      case Pattern.Maybe maybe -> capped(1 + count(maybe.part()));
      case Pattern.Choice choice -> {
        long sum = 0;
        for (Pattern option : choice.options()) {
          sum = capped(sum + count(option));
        }
        yield sum;
      }
      case Pattern.Sequence sequence -> {
        long product = 1;
        for (Pattern part : sequence.parts()) {
          product = capped(product * count(part));
        }
        yield product;
      }
    };
  }

  private static long capped(long n) {
    return Math.min(n, 1_000_000_000L);
  }

  /** The least number of words a match holds, gaps aside. */
  static int least(Pattern pattern) {
    return switch (pattern) {
      case Pattern.Word _, Pattern.Inflected _, Pattern.Numeral _ -> 1;
      case Pattern.Gap _, Pattern.Maybe _ -> 0;
      case Pattern.Choice choice ->
          choice.options().stream().mapToInt(Variants::least).min().orElse(0);
      case Pattern.Sequence sequence -> sequence.parts().stream().mapToInt(Variants::least).sum();
    };
  }

  /** The parts of a pattern between its gaps; one segment where there is no gap. */
  public static List<List<Pattern>> segments(Pattern pattern) {
    List<List<Pattern>> segments = new ArrayList<>();
    segments.add(new ArrayList<>());
    List<Pattern> parts =
        pattern instanceof Pattern.Sequence sequence ? sequence.parts() : List.of(pattern);
    for (Pattern part : parts) {
      if (part instanceof Pattern.Gap) {
        segments.add(new ArrayList<>());
      } else {
        segments.getLast().add(part);
      }
    }
    return segments;
  }

  /** The words allowed between neighbouring segments: one number fewer than segments. */
  public static List<Integer> gaps(Pattern pattern) {
    List<Integer> gaps = new ArrayList<>();
    if (pattern instanceof Pattern.Sequence sequence) {
      for (Pattern part : sequence.parts()) {
        if (part instanceof Pattern.Gap gap) {
          gaps.add(gap.words());
        }
      }
    }
    return gaps;
  }

  /** Every variant of a segment, each a row of {@link Pattern.Word} and {@link Pattern.Numeral}. */
  public static List<List<Pattern>> expand(List<Pattern> segment) {
    List<List<Pattern>> rows = List.of(List.of());
    for (Pattern part : segment) {
      List<List<Pattern>> ends = expand(part);
      List<List<Pattern>> longer = new ArrayList<>(rows.size() * ends.size());
      for (List<Pattern> row : rows) {
        for (List<Pattern> end : ends) {
          List<Pattern> joined = new ArrayList<>(row);
          joined.addAll(end);
          longer.add(joined);
        }
      }
      rows = longer;
    }
    return rows;
  }

  private static List<List<Pattern>> expand(Pattern part) {
    return switch (part) {
      case Pattern.Word word -> List.of(List.of(word));
      case Pattern.Numeral number -> List.of(List.of(number));
      case Pattern.Inflected word ->
          Inflections.of(word.text()).stream()
              .map(form -> List.<Pattern>of(new Pattern.Word(form)))
              .toList();
      case Pattern.Maybe maybe -> {
        List<List<Pattern>> rows = new ArrayList<>(expand(maybe.part()));
        rows.add(List.of());
        yield rows;
      }
      case Pattern.Choice choice ->
          choice.options().stream().flatMap(o -> expand(o).stream()).toList();
      case Pattern.Sequence sequence -> expand(sequence.parts());
      case Pattern.Gap _ -> throw new IllegalArgumentException("a gap parts segments");
    };
  }
}
