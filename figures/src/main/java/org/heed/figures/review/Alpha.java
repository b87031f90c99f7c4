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
    Rated rated = new Rated(ratings);
    int k = ratings.scale().size();
    double alpha = alpha(sum(rated.each, rated.counts, k), metric);
    if (Double.isNaN(alpha)) {
      return new Estimate(alpha, new Interval(-1, 1, level));
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    double[] samples = new double[SAMPLES];
    for (int s = 0; s < SAMPLES; s++) {
      double[] drawn = drawn(rated.units, rated.counts, random);
      double sample = alpha(sum(rated.each, drawn, k), metric);
      samples[s] = Double.isNaN(sample) ? 1 : sample;
    }
    Arrays.sort(samples);
    double tail = (1 - level) / 2;
    double lower = samples[(int) Math.floor(tail * (SAMPLES - 1))];
    double upper = samples[(int) Math.ceil((1 - tail) * (SAMPLES - 1))];
    return new Estimate(alpha, new Interval(Math.min(lower, alpha), Math.max(upper, alpha), level));
  }

  /**
   * Alpha with limits that hold for few records too: {@link Beyond#ofFew}. What each record moves
   * it by is learnt by leaving it out (the jackknife: Efron 1982).
   */
  public static Estimate ofFew(Ratings ratings, Metric metric, double level) {
    Rated rated = new Rated(ratings);
    int k = ratings.scale().size();
    double[][] all = sum(rated.each, rated.counts, k);
    double alpha = alpha(all, metric);
    if (Double.isNaN(alpha)) {
      return new Estimate(alpha, new Interval(-1, 1, level));
    }
    double[] margin = margin(all);
    double total = Arrays.stream(margin).sum();
    double furthest = furthest(margin, metric);
    double apart = apart(all, margin, metric) / total / furthest;
    double chance = 1 - expected(margin, metric) / total / (total - 1) / furthest;
    int records = rated.units.length;
    double[] without = new double[rated.counts.length];
    double mean = 0;
    double spread = 0;
    double squares = 0;
    for (int i = 0; i < without.length; i++) {
      double[] counts = rated.counts.clone();
      double times = counts[i]--;
      double left = alpha(sum(rated.each, counts, k), metric);
      without[i] = Double.isNaN(left) ? 1 : left;
      mean += times * without[i] / records;
      double size = Arrays.stream(margin(rated.each.get(i))).sum();
      double own = apart(rated.each.get(i), margin, metric) / size / furthest;
      spread += times * size / total * (own - apart) * (own - apart);
      squares += times * size * size;
    }
    double variance = 0;
    for (int i = 0; i < without.length; i++) {
      double off = without[i] - mean;
      variance += rated.counts[i] * off * off * (records - 1) / records;
    }
    return new Beyond(
            1 - apart,
            chance,
            variance * (1 - chance) * (1 - chance),
            spread,
            total * total / squares)
        .ofFew(level);
  }

  /** Records with two ratings or more, alike ones together. */
  private static final class Rated {
    /** The coincidences of each pattern of ratings. */
    private final List<double[][]> each = new ArrayList<>();

    /** How many records have each. */
    private final double[] counts;

    /** The pattern of each record. */
    private final int[] units;

    Rated(Ratings ratings) {
      int k = ratings.scale().size();
      Map<List<Integer>, Integer> patterns = new LinkedHashMap<>();
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
      units = found.stream().mapToInt(Integer::intValue).toArray();
      counts = new double[each.size()];
      Arrays.stream(units).forEach(pattern -> counts[pattern]++);
    }
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
    double[] margin = margin(coincidences);
    double expected = expected(margin, metric);
    double total = Arrays.stream(margin).sum();
    return expected == 0
        ? Double.NaN
        : 1 - (total - 1) * apart(coincidences, margin, metric) / expected;
  }

  private static double[] margin(double[][] coincidences) {
    return Arrays.stream(coincidences).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
  }

  /** How far apart ratings of the same record are, added up. */
  private static double apart(double[][] coincidences, double[] margin, Metric metric) {
    double apart = 0;
    for (int i = 0; i < margin.length; i++) {
      for (int j = 0; j < margin.length; j++) {
        apart += coincidences[i][j] * apart(i, j, margin, metric);
      }
    }
    return apart;
  }

  /** How far apart each rating is from every other, added up. */
  private static double expected(double[] margin, Metric metric) {
    double expected = 0;
    for (int i = 0; i < margin.length; i++) {
      for (int j = 0; j < margin.length; j++) {
        expected += margin[i] * margin[j] * apart(i, j, margin, metric);
      }
    }
    return expected;
  }

  private static double furthest(double[] margin, Metric metric) {
    double furthest = 0;
    for (int i = 0; i < margin.length; i++) {
      for (int j = 0; j < margin.length; j++) {
        furthest = Math.max(furthest, apart(i, j, margin, metric));
      }
    }
    return furthest;
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
