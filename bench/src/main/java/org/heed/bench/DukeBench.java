package org.heed.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linkage;
import org.heed.linkage.Linker;

/**
 * Duke beside Heed's engine in this process, on as many made-up people as Duke can do, each at its
 * first go; and how fast the engine goes through pairs once it is warm.
 */
final class DukeBench {
  private static final double[] THRESHOLDS = {0.7, 0.8, 0.9, 0.95, 0.99, 0.999};
  private static final double PAIRS_A_SECOND = 8e6;
  private static final int ROUNDS = 6;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Settings settings;
  private final int people;

  /**
   * On so many records.
   *
   * @param people how many records
   */
  DukeBench(Settings settings, int people) {
    this.settings = settings;
    this.people = people;
  }

  List<Line> run(Path folder) throws IOException {
    PeopleFile file = PeopleFile.of(people, folder);
    settings.say("linking " + Table.count(file.size()) + " records beside Duke");
    long before = Spent.of(ProcessHandle.current().pid());
    Linkage ours = link(file);
    double worked = (Spent.of(ProcessHandle.current().pid()) - before) / 1e9;
    double f1 = file.f1(ours::cluster);
    Duke duke = duke(file);
    return List.of(
        new Line(
            "linking " + Table.count(file.size()) + " records, engine alone, cold",
            "less processor time than Duke",
            String.format(Locale.ROOT, "%.1f s of processor time", worked),
            String.format(Locale.ROOT, "Duke 1.2: %.1f s of processor time", duke.worked),
            Table.times((long) (worked * 1e9), (long) (duke.worked * 1e9)),
            worked < duke.worked),
        new Line(
            "pairwise F1 of these",
            "at or above Duke’s",
            String.format(Locale.ROOT, "%.4f", f1),
            String.format(Locale.ROOT, "%.4f at the best of six thresholds", duke.f1),
            "",
            f1 >= duke.f1),
        scoring(file));
  }

  private static Linkage link(PeopleFile file) {
    return Linker.link(file.records(), org.heed.linkage.Settings.usual(), LinkListener.deaf());
  }

  private record Duke(double worked, double f1) {}

  private Duke duke(PeopleFile file) throws IOException {
    try (PeerPrograms peers = PeerPrograms.open(settings.heed().home())) {
      Supplier<List<double[]>> linker = peers.linker("DukePeer", file.lines());
      long before = THREADS.getCurrentThreadCpuTime();
      List<double[]> pairs = linker.get();
      double worked = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
      double best = 0;
      for (double threshold : THRESHOLDS) {
        int[] clusters = connected(file.size(), pairs, threshold);
        best = Math.max(best, file.f1(record -> root(clusters, record)));
      }
      return new Duke(worked, best);
    } catch (ReflectiveOperationException e) {
      throw new BenchFailure("Duke cannot be loaded: " + e);
    }
  }

  private static int[] connected(int records, List<double[]> pairs, double threshold) {
    int[] parent = new int[records];
    Arrays.setAll(parent, i -> i);
    for (double[] pair : pairs) {
      if (pair[2] >= threshold) {
        parent[root(parent, (int) pair[0])] = root(parent, (int) pair[1]);
      }
    }
    return parent;
  }

  private static int root(int[] parent, int record) {
    int at = record;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** The best of some rounds, which is what the engine does when nothing is in its way. */
  static Line scoring(PeopleFile file) {
    double best = 0;
    long pairs = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Linkage linkage = link(file);
      pairs = linkage.scored();
      best = Math.max(best, linkage.scored() / (linkage.scoringTime() / 1e9));
    }
    return new Line(
        "going through blocks and scoring, warm, " + Table.count(pairs) + " pairs",
        String.format(Locale.ROOT, "%,.0f pairs a second of processor time", PAIRS_A_SECOND),
        String.format(Locale.ROOT, "%,.0f", best),
        "Splink 4 on DuckDB, measured apart: 270,000",
        "",
        best > PAIRS_A_SECOND);
  }
}
