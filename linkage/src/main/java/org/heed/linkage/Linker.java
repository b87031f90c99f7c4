package org.heed.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Links records: proposes pairs by blocking, learns from them how much each agreement says, scores
 * them, and clusters by the evidence of whole clusters. The same records in the same order give the
 * same answer, whatever the number of processors.
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
    return learn(
        table,
        frequencies,
        sample(table, Blocks.of(table.size(), Passes.of(table), LARGEST_BLOCK)));
  }

  /** Which of its blocks a linking of these records would go through, and cut. */
  static Splits splits(Records records, Learnt learnt) {
    Table table = Table.of(records, learnt.habits());
    Passes passes = Passes.of(table);
    Blocks blocks = Blocks.of(table.size(), passes, LARGEST_BLOCK);
    Model model = learnt.model().fitted(table.comparisons());
    int[] kept = Yields.of(model, sample(table, blocks)).kept(table.size());
    return Splits.of(table.size(), passes, kept, LARGEST_BLOCK);
  }

  private Linkage link(Records records) {
    Table table = Table.of(records);
    List<Frequencies> frequencies = table.comparisons().stream().map(Frequencies::of).toList();
    Blocks all = Blocks.of(table.size(), Passes.of(table), LARGEST_BLOCK);
    List<Patterns> patterns = sample(table, all);
    Model given = settings.model();
    Model model =
        given == null ? learn(table, frequencies, patterns) : given.fitted(table.comparisons());
    Blocks blocks = all.only(Yields.of(model, patterns).kept(table.size()));
    Scorer scorer = new Scorer(table, model, Rarity.of(table, model, frequencies));
    Proposals proposals = new Proposals(records, blocks);
    Scored scored = Scored.of(scorer, proposals, blocks.passes(), settings, listener);
    int[] clusters =
        new Clusters(scorer, settings, scored.oneEach()).of(table.size(), scored.pairs());
    return new Linkage(table, scorer, scored, clusters, settings);
  }

  /** The patterns of each pass's pairs, from a sample counted up to all. */
  private static List<Patterns> sample(Table table, Blocks blocks) {
    Proposals proposals = new Proposals(table.records(), blocks);
    double share = Math.min(1, LEARNT_FROM / Math.max(1, proposals.inBlocks()));
    List<Patterns> patterns = new ArrayList<>();
    for (int pass = 0; pass < blocks.passes().size(); pass++) {
      patterns.add(new Patterns(table.comparisons()));
    }
    proposals.sample(
        share,
        new Proposals.Gathering<PatternCount>() {
          @Override
          public PatternCount start(int pass) {
            return new PatternCount(table, proposals);
          }

          @Override
          public void take(int pass, PatternCount found) {
            patterns.get(pass).addAll(found.patterns(), 1 / share);
          }
        });
    return patterns;
  }

  private static Model learn(Table table, List<Frequencies> frequencies, List<Patterns> passes) {
    Patterns patterns = new Patterns(table.comparisons());
    passes.forEach(pass -> patterns.addAll(pass, 1));
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
    private final Proposals proposals;
    private final Patterns patterns;
    private final int[] levels;
    private final JaroWinkler jaro = new JaroWinkler();

    PatternCount(Table table, Proposals proposals) {
      this.comparisons = table.comparisons().toArray(Comparison[]::new);
      this.proposals = proposals;
      this.patterns = new Patterns(table.comparisons());
      this.levels = new int[comparisons.length];
    }

    @Override
    public void pairs(int[] as, int[] bs, int count) {
      for (int i = 0; i < count; i++) {
        if (proposals.isAcross(as[i], bs[i])) {
          for (int c = 0; c < levels.length; c++) {
            levels[c] = comparisons[c].level(as[i], bs[i], jaro);
          }
          patterns.add(levels);
        }
      }
    }

    Patterns patterns() {
      return patterns;
    }
  }
}
