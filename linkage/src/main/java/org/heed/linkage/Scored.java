package org.heed.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * The proposed pairs with their weights, those worth keeping, and the account of each pass. Of two
 * files, pairs within one are scored too, since they tell whether it holds a person twice.
 */
final class Scored {
  /** A file where fewer of its records are somebody else's again is taken to hold everyone once. */
  private static final double DUPLICATES = 0.01;

  private final Pairs pairs = new Pairs();
  private final List<PassAccount> account;
  private final boolean[] oneEach = new boolean[2];
  private final long scored;
  private final long worked;

  private Scored(List<PassAccount> account, long scored, long worked) {
    this.account = account;
    this.scored = scored;
    this.worked = worked;
  }

  /**
   * Scores.
   *
   * @param several who stand for several records, whose pairs are scored as well
   */
  static Scored of(
      Scorer scorer,
      Copies copies,
      int[] several,
      Blocks blocks,
      Settings settings,
      LinkListener listener) {
    Sum sum = new Sum(blocks.passes().size() + 1);
    float least = (float) settings.look();
    Scores equals = new Scores(scorer, copies, least);
    equals.pairs(several, several, several.length);
    sum.take(0, equals);
    long worked =
        new Proposals(blocks)
            .each(
                new Proposals.Gathering<Scores>() {
                  @Override
                  public Scores start(int pass) {
                    return new Scores(scorer, copies, least);
                  }

                  @Override
                  public void take(int pass, Scores found) {
                    sum.take(pass + 1, found);
                  }
                },
                listener);
    return sum.scored(blocks.passes(), scorer.table().records(), worked);
  }

  /**
   * Pairs of representatives at or above the weight at which a pair is still looked at, one with
   * itself where it stands for several.
   */
  Pairs pairs() {
    return pairs;
  }

  List<PassAccount> account() {
    return account;
  }

  /** How many pairs were scored. */
  long count() {
    return scored;
  }

  /** The processor time that proposing and scoring them took, in nanoseconds. */
  long worked() {
    return worked;
  }

  /** For each of two files, whether it holds every person once. */
  boolean[] oneEach() {
    return oneEach;
  }

  /** Scores the pairs of one part. */
  private static final class Scores implements Proposals.Visitor {
    private final PairScores scores;
    private final Copies copies;
    private final float least;
    private final boolean isTwoFiles;
    private final Pairs across = new Pairs();
    private final Pairs within = new Pairs();
    private final double[] duplicates = new double[2];
    private long count;
    private double expected;

    Scores(Scorer scorer, Copies copies, float least) {
      this.scores = new PairScores(scorer);
      this.copies = copies;
      this.least = least;
      this.isTwoFiles = scorer.table().records().isTwoFiles();
    }

    @Override
    public void pairs(int[] as, int[] bs, int many) {
      count += many;
      int kept = scores.score(as, bs, many, least);
      for (int i = 0; i < kept; i++) {
        keep(scores.a(i), scores.b(i), scores.weight(i));
      }
    }

    private void keep(int a, int b, float weight) {
      double probability = Weights.probability(weight);
      long ofTwo = copies.across(a, b);
      if (ofTwo > 0) {
        expected += ofTwo * probability;
        across.add(a, b, weight);
      } else {
        within.add(a, b, weight);
      }
      if (isTwoFiles) {
        duplicates[0] += copies.within(true, a, b) * probability;
        duplicates[1] += copies.within(false, a, b) * probability;
      }
    }
  }

  private static final class Sum {
    private final long[] counts;
    private final double[] expected;
    private final List<Scores> parts = new ArrayList<>();

    Sum(int passes) {
      counts = new long[passes];
      expected = new double[passes];
    }

    void take(int pass, Scores found) {
      counts[pass] += found.count;
      expected[pass] += found.expected;
      parts.add(found);
    }

    Scored scored(List<Passes.Pass> passes, Records records, long worked) {
      List<PassAccount> account = new ArrayList<>();
      long all = 0;
      for (int pass = 0; pass < counts.length; pass++) {
        String name = pass == 0 ? "equal in everything" : passes.get(pass - 1).name();
        if (pass > 0 || counts[0] > 0) {
          account.add(new PassAccount(name, counts[pass], expected[pass]));
        }
        all += counts[pass];
      }
      Scored scored = new Scored(List.copyOf(account), all, worked);
      double[] duplicates = new double[2];
      for (Scores part : parts) {
        scored.pairs.addAll(part.across);
        duplicates[0] += part.duplicates[0];
        duplicates[1] += part.duplicates[1];
      }
      if (records.isTwoFiles()) {
        scored.oneEach[0] = duplicates[0] < DUPLICATES * records.firsts();
        scored.oneEach[1] = duplicates[1] < DUPLICATES * (records.size() - records.firsts());
        for (Scores part : parts) {
          scored.addWithin(part.within, part.copies);
        }
      }
      return scored;
    }
  }

  /** Pairs within a file that holds people twice are evidence for its clusters. */
  private void addWithin(Pairs within, Copies copies) {
    for (int i = 0; i < within.size(); i++) {
      boolean isFirst = copies.within(true, within.a(i), within.b(i)) > 0;
      if (!oneEach[isFirst ? 0 : 1]) {
        pairs.add(within.a(i), within.b(i), within.weight(i));
      }
    }
  }
}
