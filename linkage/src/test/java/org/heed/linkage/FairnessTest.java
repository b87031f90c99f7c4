package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.heed.testkit.Seeded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Whether those who are easily confused are kept apart, and whether anybody is found less often, or
 * confused more often, for where a name comes from, for sex or for age. In aggregate only: none of
 * it is known to what links.
 */
class FairnessTest {
  @RegisterExtension final Seeded seeded = new Seeded();

  private static final class Counts {
    private int truePairs;
    private int found;
    private int proposed;
    private int wrong;

    double recall() {
      return (double) found / truePairs;
    }

    double wrongShare() {
      return proposed == 0 ? 0 : (double) wrong / proposed;
    }
  }

  @Test
  void hardFamilies_areKeptApartAtTheShippingThreshold() {
    HardFamilies families = new HardFamilies(seeded.random());
    Records records = families.records(6_000);
    Linkage linkage = link(records, Settings.SHIPPING);
    int[] counts = new int[2];
    linkage.eachPair((a, b, weight) ->
        counts[families.truth().get(a).person() == families.truth().get(b).person() ? 0 : 1]++);
    assertThat(counts[0]).isGreaterThan(1_000);
    assertThat((double) counts[0] / (counts[0] + counts[1])).isGreaterThanOrEqualTo(0.999);
  }

  @Test
  void nobodyIsFoundLessOftenForNameSexOrAge() {
    HardFamilies families = new HardFamilies(seeded.random());
    Records records = families.records(6_000);
    Linkage linkage = link(records, Settings.THRESHOLD);
    for (Function<HardFamilies.Truth, String> band :
        List.<Function<HardFamilies.Truth, String>>of(
            HardFamilies.Truth::origin, HardFamilies.Truth::sex, HardFamilies.Truth::age)) {
      Map<String, Counts> byBand = counts(linkage, families.truth(), band);
      tell(byBand);
      double best = byBand.values().stream().mapToDouble(Counts::recall).max().orElseThrow();
      byBand.forEach((name, counts) -> {
        assertThat(counts.recall()).as("recall, %s", name).isGreaterThan(best - 0.04);
        assertThat(counts.wrongShare()).as("wrong, %s", name).isLessThan(0.08);
      });
    }
  }

  /** The table of docs/decisions/linkage.md, in aggregate. */
  private static void tell(Map<String, Counts> byBand) {
    new TreeMap<>(byBand)
        .forEach((name, counts) ->
            System.out.println(
                String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.3f | %.4f |",
                    name,
                    counts.truePairs,
                    counts.recall(),
                    counts.wrongShare())));
  }

  private static Linkage link(Records records, double threshold) {
    return Linker.link(records, new Settings(threshold, null), LinkListener.deaf());
  }

  /** Pairs within clusters, by the band of the pair's first record. */
  private static Map<String, Counts> counts(
      Linkage linkage, List<HardFamilies.Truth> truth, Function<HardFamilies.Truth, String> band) {
    Map<String, Counts> byBand = new HashMap<>();
    Map<Integer, List<Integer>> people = new HashMap<>();
    Map<Integer, List<Integer>> clusters = new HashMap<>();
    for (int i = 0; i < truth.size(); i++) {
      people.computeIfAbsent(truth.get(i).person(), none -> new ArrayList<>()).add(i);
      clusters.computeIfAbsent(linkage.cluster(i), none -> new ArrayList<>()).add(i);
    }
    people
        .values()
        .forEach(of ->
            eachPair(
                of,
                (a, b) -> {
                  Counts counts =
                      byBand.computeIfAbsent(band.apply(truth.get(a)), none -> new Counts());
                  counts.truePairs++;
                  counts.found += linkage.cluster(a) == linkage.cluster(b) ? 1 : 0;
                }));
    clusters
        .values()
        .forEach(of ->
            eachPair(
                of,
                (a, b) -> {
                  Counts counts =
                      byBand.computeIfAbsent(band.apply(truth.get(a)), none -> new Counts());
                  counts.proposed++;
                  counts.wrong += truth.get(a).person() == truth.get(b).person() ? 0 : 1;
                }));
    return byBand;
  }

  private interface Two {
    void of(int a, int b);
  }

  private static void eachPair(List<Integer> records, Two two) {
    for (int i = 0; i < records.size(); i++) {
      for (int j = i + 1; j < records.size(); j++) {
        two.of(records.get(i), records.get(j));
      }
    }
  }
}
