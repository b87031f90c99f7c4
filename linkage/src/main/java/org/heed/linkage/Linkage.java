package org.heed.linkage;

import java.util.List;

/** Records linked: pairs with their weights, clusters, and what was learnt on the way. */
public final class Linkage {
  private final Table table;
  private final Copies copies;
  private final Scorer scorer;
  private final Scored scored;
  private final int[] clusters;
  private final Settings settings;

  Linkage(
      Table table, Copies copies, Scorer scorer, Scored scored, int[] clusters, Settings settings) {
    this.table = table;
    this.copies = copies;
    this.scorer = scorer;
    this.scored = scored;
    this.clusters = clusters;
    this.settings = settings;
  }

  /** Takes a pair of records, by their places in the table, and its weight. */
  @FunctionalInterface
  public interface PairSink {
    void pair(int a, int b, double weight);
  }

  public Model model() {
    return scorer.model();
  }

  public Records records() {
    return table.records();
  }

  /** What scored the pairs. */
  Scorer scorer() {
    return scorer;
  }

  /** Every pair that was kept. */
  Pairs scoredPairs() {
    Pairs all = new Pairs();
    Pairs pairs = scored.pairs();
    for (int i = 0; i < pairs.size(); i++) {
      float weight = pairs.weight(i);
      copies.each(pairs.a(i), pairs.b(i), (a, b) -> all.add(a, b, weight));
    }
    return all;
  }

  /** What each blocking pass added, in order. */
  public List<PassAccount> account() {
    return scored.account();
  }

  /** How many pairs were scored. */
  public long scored() {
    return scored.count();
  }

  /**
   * The processor time of all threads that going through the blocks and scoring took, in
   * nanoseconds.
   */
  public long scoringTime() {
    return scored.worked();
  }

  /** The place of the first record of this record's cluster; its own where it stands alone. */
  public int cluster(int record) {
    return clusters[record];
  }

  /** Whether two files hold every person once each, so that they were linked one to one. */
  public boolean isOneToOne() {
    return records().isTwoFiles() && scored.oneEach()[0] && scored.oneEach()[1];
  }

  /**
   * Tells the pairs at or above the threshold: of two files those across, and where they were
   * linked one to one, only those. Of more than a thousand equal records each is told with the
   * first of them alone.
   */
  public void eachPair(PairSink sink) {
    Records records = table.records();
    boolean oneToOne = isOneToOne();
    Pairs pairs = scored.pairs();
    double least = settings.join();
    for (int i = 0; i < pairs.size(); i++) {
      float weight = pairs.weight(i);
      if (weight >= least) {
        copies.each(
            pairs.a(i),
            pairs.b(i),
            (a, b) -> {
              boolean within = records.isTwoFiles() && a < records.firsts() == b < records.firsts();
              boolean refused = oneToOne && clusters[a] != clusters[b];
              if (!within && !refused) {
                sink.pair(a, b, weight);
              }
            });
      }
    }
  }

  /** How many clusters hold what one person cannot have two of. */
  public Clashes clashes() {
    return Clashes.of(table, clusters);
  }

  /** The weight of any two records and what it is made of. */
  public Explanation explain(int a, int b) {
    return scorer.explain(a, b);
  }
}
