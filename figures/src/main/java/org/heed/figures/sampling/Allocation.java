package org.heed.figures.sampling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.heed.figures.RefusedInput;

/**
 * How a sample is shared out over strata: each gets in proportion to what it is given as its share,
 * at least two where it has them, so that its own spread is known, and no more than it has.
 */
public final class Allocation {
  /** The fewest of a stratum that show how its records differ. */
  private static final int FEWEST = 2;

  private Allocation() {}

  /** Each by its size. */
  public static List<Integer> proportional(int sample, List<Integer> sizes) {
    return by(sample, sizes, sizes.stream().map(Integer::doubleValue).toList());
  }

  /**
   * Each by its size and by how much its records are expected to differ (Neyman 1934, Journal of
   * the Royal Statistical Society 97; Cochran 1977, section 5.5): for a share p the square root of
   * p(1 - p).
   */
  public static List<Integer> neyman(int sample, List<Integer> sizes, List<Double> spreads) {
    return weighted(sample, sizes, spreads);
  }

  /** What was allocated, by the names of the strata in their order. */
  public static Map<String, Integer> named(
      SortedMap<String, Integer> strata, List<Integer> allocated) {
    Map<String, Integer> named = new LinkedHashMap<>();
    int i = 0;
    for (String name : strata.keySet()) {
      named.put(name, allocated.get(i++));
    }
    return named;
  }

  /** Each by its size and by how many times as thickly it is to be drawn: 1 as the others. */
  public static List<Integer> oversampled(int sample, List<Integer> sizes, List<Double> times) {
    return weighted(sample, sizes, times);
  }

  private static List<Integer> weighted(int sample, List<Integer> sizes, List<Double> weights) {
    RefusedInput.unless(sizes.size() == weights.size(), "strata", "have no weight each");
    weights.forEach(weight ->
        RefusedInput.unless(
            weight >= 0 && Double.isFinite(weight), "weight", "must not be negative: " + weight));
    return by(
        sample,
        sizes,
        IntStream.range(0, sizes.size()).mapToObj(i -> sizes.get(i) * weights.get(i)).toList());
  }

  private static List<Integer> by(int sample, List<Integer> sizes, List<Double> shares) {
    RefusedInput.unless(!sizes.isEmpty(), "strata", "has none");
    sizes.forEach(size -> RefusedInput.unless(size > 0, "strata", "has one of size " + size));
    long all = sizes.stream().mapToLong(Integer::longValue).sum();
    RefusedInput.unless(sample > 0, "sample", "must be at least 1, but is " + sample);
    RefusedInput.unless(sample <= all, "sample", sample + " exceed the " + all + " there are");
    int[] given = new int[sizes.size()];
    int left = sample;
    for (int i = 0; i < given.length; i++) {
      given[i] = sample < FEWEST * given.length ? 0 : Math.min(FEWEST, sizes.get(i));
      left -= given[i];
    }
    while (left > 0) {
      given[neediest(given, sizes, shares)]++;
      left--;
    }
    List<Integer> allocated = new ArrayList<>();
    for (int each : given) {
      allocated.add(each);
    }
    return List.copyOf(allocated);
  }

  /** The stratum furthest behind its share that has records left; of several the first. */
  private static int neediest(int[] given, List<Integer> sizes, List<Double> shares) {
    return IntStream.range(0, given.length)
        .filter(i -> given[i] < sizes.get(i))
        .boxed()
        .min(
            Comparator.<Integer>comparingDouble(i -> (given[i] + 0.5) / shares.get(i))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }
}
