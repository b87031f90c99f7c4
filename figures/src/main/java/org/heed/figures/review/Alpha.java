package org.heed.figures.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.heed.figures.Interval;

/**
 * Krippendorff's alpha (Krippendorff 2019, Content Analysis, 4th edition, chapter 12): any number
 * of readers, ratings missing or not. Its interval comes from 2,000 samples of the records with
 * replacement, from a fixed seed, so that it repeats.
 */
public final class Alpha {
  private static final int SAMPLES = 2_000;
  private static final long SEED = 1;
  private static final int MANY = 20_000;

  private Alpha() {}

  /** How far apart two categories are. */
  public enum Metric {
    /** The same or not. */
    NOMINAL,
    /** By how many ratings lie between. */
    ORDINAL,
    /** By the square of the steps between. */
    INTERVAL
  }

  /** Alpha; not a number where no record has two ratings or all ratings are the same. */
  public static Estimate of(Ratings ratings, Metric metric, double level) {
    int k = ratings.scale().size();
    Map<List<Integer>, Integer> patterns = new LinkedHashMap<>();
    List<double[][]> each = new ArrayList<>();
    List<Integer> found = new ArrayList<>();
    for (int[] unit : ratings.units()) {
      if (rated(unit) >= 2) {
        List<Integer> pattern = Arrays.stream(unit).boxed().toList();
        int number = patterns.computeIfAbsent(pattern, _ -> patterns.size());
        if (number == each.size()) {
          each.add(coincidences(unit, k));
        }
        found.add(number);
      }
    }
    int[] units = found.stream().mapToInt(Integer::intValue).toArray();
    double[] counts = new double[each.size()];
    Arrays.stream(units).forEach(pattern -> counts[pattern]++);
    double alpha = alpha(sum(each, counts, k), metric);
    if (Double.isNaN(alpha)) {
      return new Estimate(alpha, new Interval(-1, 1, level));
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] samples = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double sample = alpha(sum(each, drawn(units, counts, random), k), metric);
      samples[s] = Double.isNaN(sample) ? 1 : sample;
    }
    Arrays.sort(samples);
    double tail = (1 - level) / 2;
    double lower = samples[(int) Math.floor(tail * (SAMPLES - 1))];
    double upper = samples[(int) Math.ceil((1 - tail) * (SAMPLES - 1))];
    return new Estimate(alpha, new Interval(Math.min(lower, alpha), Math.max(upper, alpha), level));
  }

  /**
   * How often each pattern of ratings is in a sample. Of many records each pattern is drawn by
   * itself, by the normal law that such counts then follow.
   */
  private static double[] drawn(int[] units, double[] counts, RandomGenerator random) {
    double[] drawn = new double[counts.length];
    if (units.length <= MANY) {
      random.ints(units.length, 0, units.length).forEach(at -> drawn[units[at]]++);
      return drawn;
    }
    for (int i = 0; i < drawn.length; i++) {
      double spread = Math.sqrt(counts[i] * (1 - counts[i] / units.length));
      drawn[i] = Math.max(0, Math.rint(counts[i] + spread * random.nextGaussian()));
    }
    return drawn;
  }

  private static int rated(int[] unit) {
    return (int) Arrays.stream(unit).filter(place -> place >= 0).count();
  }

  private static double[][] coincidences(int[] unit, int k) {
    double[][] table = new double[k][k];
    int rated = rated(unit);
    for (int a = 0; a < unit.length; a++) {
      for (int b = 0; b < unit.length; b++) {
        if (a != b && unit[a] >= 0 && unit[b] >= 0) {
          table[unit[a]][unit[b]] += 1.0 / (rated - 1);
        }
      }
    }
    return table;
  }

  private static double[][] sum(List<double[][]> each, double[] counts, int k) {
    double[][] sum = new double[k][k];
    for (int pattern = 0; pattern < counts.length; pattern++) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sum[i][j] += counts[pattern] * each.get(pattern)[i][j];
        }
      }
    }
    return sum;
  }

  private static double alpha(double[][] coincidences, Metric metric) {
    int k = coincidences.length;
    double[] margin = new double[k];
    double total = 0;
    for (int i = 0; i < k; i++) {
      margin[i] = Arrays.stream(coincidences[i]).sum();
      total += margin[i];
    }
    double seen = 0;
    double expected = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        double apart = apart(i, j, margin, metric);
        seen += coincidences[i][j] * apart;
        expected += margin[i] * margin[j] * apart;
      }
    }
    return expected == 0 ? Double.NaN : 1 - (total - 1) * seen / expected;
  }

  private static double apart(int i, int j, double[] margin, Metric metric) {
    if (i == j) {
      return 0;
    }
    return switch (metric) {
      case NOMINAL -> 1;
      case INTERVAL -> (double) (i - j) * (i - j);
      case ORDINAL -> {
        double between = -(margin[i] + margin[j]) / 2;
        for (int g = Math.min(i, j); g <= Math.max(i, j); g++) {
          between += margin[g];
        }
        yield between * between;
      }
    };
  }
}
