package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Links records: proposes pairs by blocking, learns from them how much each agreement says, scores
 * them, and clusters by the evidence of whole clusters. The same records in the same order give the
 * same answer, whatever the number of processors. Of equal records one stands for all until pairs
 * are listed.
 */
public final class Linker {
  /** Blocks of more records are cut: at this size a pass proposes some thirty pairs a record. */
  private static final int LARGEST_BLOCK = 60;

  /** So many pairs are enough to learn from. */
  private static final double LEARNT_FROM = 3_000_000;

  private final Settings settings;
  private final LinkListener listener;

  private Linker(Settings settings, LinkListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /** Links records within one file, or across two. */
  public static Linkage link(Records records, Settings settings, LinkListener listener) {
    return new Linker(settings, listener).link(records);
  }

  /** The model that linking these records would learn. */
  static Model learn(Table table, List<Frequencies> frequencies) {
    Copies copies = Copies.of(table);
    Passes passes = Passes.of(table);
    Blocks blocks = Blocks.of(table.size(), copies.representatives(), passes, LARGEST_BLOCK);
    return learn(table, frequencies, copies, passes, sample(table, copies, new Proposals(blocks)));
  }

  /** Which of its blocks a linking of these records would go through, and cut. */
  static Splits splits(Records records, Learnt learnt) {
    Table table = Table.of(records, learnt.habits());
    Copies copies = Copies.of(table);
    Passes passes = Passes.of(table);
    Blocks blocks = Blocks.of(table.size(), copies.representatives(), passes, LARGEST_BLOCK);
    Model model = learnt.model().fitted(table.comparisons());
    int[] kept = Yields.of(model, sample(table, copies, new Proposals(blocks))).kept(table.size());
    return Splits.of(copies.representatives(), passes, kept, LARGEST_BLOCK);
  }

  private Linkage link(Records records) {
    Table table = Table.of(records);
    List<Frequencies> frequencies = table.comparisons().stream().map(Frequencies::of).toList();
    Copies copies = Copies.of(table);
    Passes passes = Passes.of(table);
    Blocks all = Blocks.of(table.size(), copies.representatives(), passes, LARGEST_BLOCK);
    List<Patterns> patterns = sample(table, copies, new Proposals(all));
    Model given = settings.model();
    Model model =
        given == null
            ? learn(table, frequencies, copies, passes, patterns)
            : given.fitted(table.comparisons());
    Blocks blocks = all.only(Yields.of(model, patterns).kept(table.size()));
    Scorer scorer = new Scorer(table, model, Rarity.of(table, model, frequencies));
    Scored scored = Scored.of(scorer, copies, several(copies, passes), blocks, settings, listener);
    int[] clusters =
        new Clusters(scorer, copies, settings, scored.oneEach()).of(table.size(), scored.pairs());
    return new Linkage(table, copies, scorer, scored, clusters, settings);
  }

  /** The patterns of each pass's pairs, from a sample counted up to all. */
  private static List<Patterns> sample(Table table, Copies copies, Proposals proposals) {
    double share = Math.min(1, LEARNT_FROM / Math.max(1, proposals.inBlocks()));
    List<Patterns> patterns = new ArrayList<>();
    for (int pass = 0; pass < proposals.passes(); pass++) {
      patterns.add(new Patterns(table.comparisons()));
    }
    proposals.sample(
        share,
        new Proposals.Gathering<PatternCount>() {
          @Override
          public PatternCount start(int pass) {
            return new PatternCount(table, copies);
          }

          @Override
          public void take(int pass, PatternCount found) {
            patterns.get(pass).addAll(found.patterns(), 1 / share);
          }
        });
    return patterns;
  }

  /** Those who stand for several that could be found by something. */
  private static int[] several(Copies copies, Passes passes) {
    return IntStream.of(copies.representatives())
        .filter(record -> copies.count(record) > 1 && passes.hasKey(record))
        .toArray();
  }

  private static Model learn(
      Table table,
      List<Frequencies> frequencies,
      Copies copies,
      Passes passes,
      List<Patterns> proposed) {
    PatternCount count = new PatternCount(table, copies);
    int[] several = several(copies, passes);
    count.pairs(several, several, several.length);
    Patterns patterns = count.patterns();
    proposed.forEach(pass -> patterns.addAll(pass, 1));
    ChanceLevels chance = ChanceLevels.of(table, frequencies);
    return Training.learn(table, chance, patterns, allPairs(table.records()));
  }

  private static double allPairs(Records records) {
    double n = records.size();
    return records.isTwoFiles() ? records.firsts() * (n - records.firsts()) : n * (n - 1) / 2;
  }

  /** Counts the patterns of one part. */
  private static final class PatternCount implements Proposals.Visitor {
    private final Comparison[] comparisons;
    private final Copies copies;
    private final Patterns patterns;
    private final JaroWinkler jaro = new JaroWinkler();
    private int[] levels = {};
    private long[] keys = {};

    PatternCount(Table table, Copies copies) {
      this.comparisons = table.comparisons().toArray(Comparison[]::new);
      this.copies = copies;
      this.patterns = new Patterns(table.comparisons());
    }

    @Override
    public void pairs(int[] as, int[] bs, int count) {
      if (keys.length < count) {
        keys = new long[count];
        levels = new int[count];
      }
      Arrays.fill(keys, 0, count, 0);
      for (int c = 0; c < comparisons.length; c++) {
        comparisons[c].levels(as, bs, count, jaro, levels);
        patterns.lengthen(keys, c, levels, count);
      }
      for (int i = 0; i < count; i++) {
        double pairs = copies.taught(as[i], bs[i]);
        if (pairs > 0) {
          patterns.add(keys[i], pairs);
        }
      }
    }

    Patterns patterns() {
      return patterns;
    }
  }
}
