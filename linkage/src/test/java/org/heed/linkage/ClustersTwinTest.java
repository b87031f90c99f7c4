package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.heed.testkit.Seeded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against the same done the slow way: everything reckoned afresh before each join. */
class ClustersTwinTest {
  @RegisterExtension final Seeded seeded = new Seeded();

  @Test
  void clusters_areThoseOfTheSlowWay() {
    for (int set = 0; set < 3; set++) {
      Records records = new HardFamilies(seeded.random()).records(40);
      Linkage linkage = Linker.link(records, Settings.usual(), LinkListener.deaf());
      List<NavigableSet<Integer>> groups = slow(linkage, records.size());
      for (NavigableSet<Integer> group : groups) {
        for (int record : group) {
          assertThat(linkage.cluster(record)).as("record %s", record).isEqualTo(group.first());
        }
      }
    }
  }

  private static List<NavigableSet<Integer>> slow(Linkage linkage, int records) {
    Scorer scorer = linkage.scorer();
    boolean[][] near = new boolean[records][records];
    Pairs pairs = linkage.scoredPairs();
    for (int i = 0; i < pairs.size(); i++) {
      near[pairs.a(i)][pairs.b(i)] = true;
      near[pairs.b(i)][pairs.a(i)] = true;
    }
    List<NavigableSet<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      groups.add(new TreeSet<>(List.of(i)));
    }
    while (true) {
      int[] best = best(groups, near, scorer);
      if (best.length == 0) {
        return settled(groups, scorer);
      }
      groups.get(best[0]).addAll(groups.remove(best[1]));
    }
  }

  private static int[] best(List<NavigableSet<Integer>> groups, boolean[][] near, Scorer scorer) {
    int[] best = {};
    float most = (float) Settings.usual().join();
    for (int i = 0; i < groups.size(); i++) {
      for (int j = i + 1; j < groups.size(); j++) {
        if (areNear(groups.get(i), groups.get(j), near)) {
          float weight = evidence(groups.get(i), groups.get(j), scorer);
          if (weight > most || (weight >= most && best.length == 0)) {
            most = weight;
            best = new int[] {i, j};
          }
        }
      }
    }
    return best;
  }

  private static boolean areNear(
      NavigableSet<Integer> a, NavigableSet<Integer> b, boolean[][] near) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> near[x][y]));
  }

  private static float evidence(NavigableSet<Integer> a, NavigableSet<Integer> b, Scorer scorer) {
    return Evidence.between(scorer, new JaroWinkler(), array(a), array(b)).weight(scorer);
  }

  private static int[] array(NavigableSet<Integer> records) {
    return records.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Those leave, the weakest first, that the rest of their group speaks against. */
  private static List<NavigableSet<Integer>> settled(
      List<NavigableSet<Integer>> groups, Scorer scorer) {
    List<NavigableSet<Integer>> settled = new ArrayList<>(groups);
    for (NavigableSet<Integer> group : groups) {
      Integer leaver = weakest(group, scorer);
      while (leaver != null) {
        group.remove(leaver);
        settled.add(new TreeSet<>(List.of(leaver)));
        leaver = weakest(group, scorer);
      }
    }
    return settled;
  }

  private static @Nullable Integer weakest(NavigableSet<Integer> group, Scorer scorer) {
    Integer weakest = null;
    float least = (float) Settings.usual().leave();
    if (group.size() > 2) {
      for (int record : group) {
        NavigableSet<Integer> rest = new TreeSet<>(group);
        rest.remove(record);
        float weight = evidence(new TreeSet<>(List.of(record)), rest, scorer);
        if (weight < least) {
          least = weight;
          weakest = record;
        }
      }
    }
    return weakest;
  }
}
