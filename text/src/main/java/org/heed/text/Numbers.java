package org.heed.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.heed.rulebook.Pattern;

/**
 * Numbers in figures as phrases see them: those that lie in the same ranges are one class. A range
 * takes as many figures as its ends have, so that “007” is no seven. Class 0 lies in none.
 *
 * @param bounds by the number of figures, the least value of each stretch, in order
 * @param classes by the number of figures, the class of each stretch
 */
@SuppressWarnings("ArrayRecordComponent")
record Numbers(int[][] bounds, int[][] classes) {
  /** More figures than this make no number. */
  static final int MOST_FIGURES = 6;

  /** The classes, and which of them each range holds. */
  record Parted(Numbers numbers, List<int[]> classes) {}

  /** Parts all numbers by these ranges. */
  static Parted by(List<Pattern.Numeral> ranges) {
    int[][] bounds = new int[MOST_FIGURES + 1][];
    int[][] classes = new int[MOST_FIGURES + 1][];
    Map<List<Integer>, Integer> known = new HashMap<>();
    known.put(List.of(), 0);
    for (int figures = 0; figures <= MOST_FIGURES; figures++) {
      bounds[figures] = bounds(ranges, figures);
      classes[figures] = new int[bounds[figures].length];
      for (int i = 0; i < bounds[figures].length; i++) {
        List<Integer> in = holding(ranges, bounds[figures][i], figures);
        Integer number = known.putIfAbsent(in, known.size());
        classes[figures][i] = number == null ? known.size() - 1 : number;
      }
    }
    List<int[]> byRange = new ArrayList<>();
    for (int range = 0; range < ranges.size(); range++) {
      int wanted = range;
      byRange.add(
          known.entrySet().stream()
              .filter(each -> each.getKey().contains(wanted))
              .mapToInt(Map.Entry::getValue)
              .sorted()
              .toArray());
    }
    return new Parted(new Numbers(bounds, classes), byRange);
  }

  private static int[] bounds(List<Pattern.Numeral> ranges, int figures) {
    TreeSet<Integer> bounds = new TreeSet<>();
    bounds.add(0);
    for (Pattern.Numeral range : ranges) {
      if (takes(range, figures)) {
        bounds.add(range.low());
        bounds.add(range.high() + 1);
      }
    }
    return bounds.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Integer> holding(List<Pattern.Numeral> ranges, int value, int figures) {
    List<Integer> holding = new ArrayList<>();
    for (int i = 0; i < ranges.size(); i++) {
      Pattern.Numeral range = ranges.get(i);
      if (takes(range, figures) && range.low() <= value && value <= range.high()) {
        holding.add(i);
      }
    }
    return List.copyOf(holding);
  }

  private static boolean takes(Pattern.Numeral range, int figures) {
    return String.valueOf(range.low()).length() <= figures
        && figures <= String.valueOf(range.high()).length();
  }

  /** How many classes there are besides 0. */
  int count() {
    return Arrays.stream(classes).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  /** The class of a number of so many figures. */
  int of(int value, int figures) {
    if (figures > MOST_FIGURES) {
      return 0;
    }
    int at = Arrays.binarySearch(bounds[figures], value);
    return classes[figures][at >= 0 ? at : -2 - at];
  }

  @Override
  public String toString() {
    return "Numbers[" + count() + " classes]";
  }
}
