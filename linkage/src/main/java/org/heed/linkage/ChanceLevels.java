package org.heed.linkage;

import java.util.List;
import java.util.Random;

/**
 * How random pairs of records agree. The exact level follows from the frequencies of values; the
 * others from a seeded sample of pairs, or from all of them where they are few.
 */
final class ChanceLevels {
  private static final int SAMPLE = 1_000_000;
  private static final int PARTS = 64;
  private static final int AT_ONCE = 1024;

  private final double[][] shares;
  private final double[][] typical;

  private ChanceLevels(double[][] shares, double[][] typical) {
    this.shares = shares;
    this.typical = typical;
  }

  /** Of random pairs where both records say something, the share at this level. */
  double share(int comparison, int level) {
    return shares[comparison][level];
  }

  /** The harmonic mean frequency of the more frequent value, over random pairs at this level. */
  double typical(int comparison, int level) {
    return typical[comparison][level];
  }

  static ChanceLevels of(Table table, List<Frequencies> frequencies) {
    Sample[] samples = new Sample[PARTS];
    Workers.each(
        PARTS,
        part -> {
          samples[part] = new Sample(table, frequencies);
          samples[part].draw(part);
        });
    Sample all = samples[0];
    for (int part = 1; part < PARTS; part++) {
      all.addAll(samples[part]);
    }
    return all.levels(frequencies);
  }

  private static final class Sample {
    private final Table table;
    private final List<Comparison> comparisons;
    private final List<Frequencies> frequencies;
    private final double[][] pairs;
    private final double[][] inverse;
    private final JaroWinkler jaro = new JaroWinkler();
    private final int[] as = new int[AT_ONCE];
    private final int[] bs = new int[AT_ONCE];
    private final int[] levels = new int[AT_ONCE];
    private int count;

    Sample(Table table, List<Frequencies> frequencies) {
      this.table = table;
      this.comparisons = table.comparisons();
      this.frequencies = frequencies;
      this.pairs = new double[comparisons.size()][];
      this.inverse = new double[comparisons.size()][];
      for (int c = 0; c < pairs.length; c++) {
        pairs[c] = new double[comparisons.get(c).levels().size()];
        inverse[c] = new double[pairs[c].length];
      }
    }

    /** One part of the sample; of a small table every pair is in just one part. */
    void draw(int part) {
      int n = table.size();
      if ((long) n * (n - 1) / 2 <= SAMPLE) {
        for (int a = part; a < n; a += PARTS) {
          for (int b = 0; b < a; b++) {
            add(a, b);
          }
        }
        count();
        return;
      }
      Random random = new Random(part);
      for (int i = 0; i < SAMPLE / PARTS; i++) {
        int a = random.nextInt(n);
        int b = random.nextInt(n - 1);
        add(a, b < a ? b : b + 1);
      }
      count();
    }

    private void add(int a, int b) {
      as[count] = a;
      bs[count++] = b;
      if (count == AT_ONCE) {
        count();
      }
    }

    /** Counts what was added since: many pairs at once wait for memory together. */
    private void count() {
      for (int c = 0; c < pairs.length; c++) {
        Comparison comparison = comparisons.get(c);
        List<Comparison.Level> all = comparison.levels();
        int[] terms = comparison.terms();
        Frequencies of = frequencies.get(c);
        comparison.levels(as, bs, count, jaro, levels);
        for (int i = 0; i < count; i++) {
          int level = levels[i];
          if (level >= 0) {
            pairs[c][level]++;
            if (level > 0 && all.get(level).byRarity()) {
              double share = Math.max(of.share(terms[as[i]], 0), of.share(terms[bs[i]], 0));
              inverse[c][level] += 1 / share;
            }
          }
        }
      }
      count = 0;
    }

    void addAll(Sample other) {
      for (int c = 0; c < pairs.length; c++) {
        for (int level = 0; level < pairs[c].length; level++) {
          pairs[c][level] += other.pairs[c][level];
          inverse[c][level] += other.inverse[c][level];
        }
      }
    }

    ChanceLevels levels(List<Frequencies> frequencies) {
      double[][] shares = new double[pairs.length][];
      double[][] typical = new double[pairs.length][];
      for (int c = 0; c < pairs.length; c++) {
        int levels = pairs[c].length;
        double same = frequencies.get(c).same();
        double others = 0;
        for (int level = 1; level < levels; level++) {
          others += pairs[c][level];
        }
        shares[c] = new double[levels];
        typical[c] = new double[levels];
        shares[c][0] = same;
        for (int level = 1; level < levels; level++) {
          shares[c][level] = (1 - same) * (pairs[c][level] + 0.5) / (others + 0.5 * (levels - 1));
          typical[c][level] = inverse[c][level] > 0 ? pairs[c][level] / inverse[c][level] : same;
        }
      }
      return new ChanceLevels(shares, typical);
    }
  }
}
