package org.heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The whole job of linking made-up people: reading, blocking, learning, scoring, clustering,
 * writing; by {@code heed link} as a program of its own, and by Splink's model as SQL on DuckDB in
 * this one.
 */
final class LinkingBench {
  private static final double SECONDS_A_MILLION = 12;
  private static final double MEGABYTES = 1_500;

  /** So many records are what Duke does in a minute or so. */
  private static final int DUKES = 10_000;

  private final Settings settings;
  private final int people;

  /**
   * Of so many records.
   *
   * @param people how many records
   */
  LinkingBench(Settings settings, int people) {
    this.settings = settings;
    this.people = people;
  }

  List<Line> run() throws IOException, SQLException {
    Path folder = HeedProgram.scratch();
    try {
      Path csv = folder.resolve("people.csv");
      int records = MadeUpPeople.write(csv, people, 1);
      Path mapping = Files.writeString(folder.resolve("mapping.yaml"), MadeUpPeople.MAPPING);
      List<Line> lines = new ArrayList<>(lines(folder, csv, mapping, records));
      lines.addAll(new DukeBench(settings, Math.min(people, DUKES)).run(folder));
      return lines;
    } finally {
      Folders.remove(folder);
    }
  }

  private List<Line> lines(Path folder, Path csv, Path mapping, int records)
      throws IOException, SQLException {
    String[] truth = truth(csv, records);
    settings.say("linking " + Table.count(records) + " records");
    Path clusters = folder.resolve("clusters.csv");
    List<String> command =
        settings
            .heed()
            .with(
                "link",
                "--in",
                csv.toString(),
                "--mapping",
                mapping.toString(),
                "--clusters",
                clusters.toString(),
                "--pairs",
                folder.resolve("pairs.csv").toString());
    long began = System.nanoTime();
    double ours;
    double cpu;
    double memory;
    try (Running program = Running.start(command, folder, "link")) {
      program.result();
      ours = (System.nanoTime() - began) / 1e9;
      cpu = program.worked() / 1e9;
      memory = program.most() / 1024.0;
    }
    double f1 = f1(truth, clusters(clusters, records));
    settings.say("the same as SQL on DuckDB");
    long peerBegan = System.nanoTime();
    long peerCpu = Spent.of(ProcessHandle.current().pid());
    List<int[]> found;
    long pairs;
    try (DuckPeer duck = DuckPeer.open(settings.heed().home())) {
      SplinkOnDuck splink = new SplinkOnDuck(duck);
      found = splink.link(csv.toString());
      pairs = splink.pairs();
    }
    double peer = (System.nanoTime() - peerBegan) / 1e9;
    double peerWorked = (Spent.of(ProcessHandle.current().pid()) - peerCpu) / 1e9;
    double peerF1 = found.stream().mapToDouble(each -> f1(truth, each)).max().orElseThrow();
    double wanted = SECONDS_A_MILLION * Math.max(1, records / 1e6);
    return List.of(
        new Line(
            "linking " + Table.count(records) + " records, whole job",
            String.format(Locale.ROOT, "under %.0f s on two processors", wanted),
            String.format(Locale.ROOT, "%.1f s, %.1f s of processor time", ours, cpu),
            String.format(
                Locale.ROOT,
                "Splink's model on DuckDB %s: %.1f s, %.1f s of processor time, %,d pairs",
                DuckPeer.VERSION,
                peer,
                peerWorked,
                pairs),
            Table.times((long) (ours * 1e9), (long) (peer * 1e9)),
            ours < wanted),
        new Line(
            "its memory",
            String.format(Locale.ROOT, "under %,.0f MB", MEGABYTES),
            String.format(Locale.ROOT, "%,.0f MB", memory),
            "",
            "",
            memory < MEGABYTES),
        new Line(
            "pairwise F1 over all true pairs",
            "at or above the peer's",
            String.format(Locale.ROOT, "%.4f", f1),
            String.format(Locale.ROOT, "%.4f at the best of four thresholds", peerF1),
            "",
            f1 >= peerF1));
  }

  private static String[] truth(Path csv, int records) throws IOException {
    String[] truth = new String[records];
    try (BufferedReader lines = Files.newBufferedReader(csv)) {
      lines.readLine();
      for (int i = 0; i < records; i++) {
        String line = lines.readLine();
        truth[i] = line.substring(line.lastIndexOf(',') + 1);
      }
    }
    return truth;
  }

  /** Clusters in the order of the records, which is that of the file. */
  private static int[] clusters(Path file, int records) throws IOException {
    int[] clusters = new int[records];
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.readLine();
      for (int i = 0; i < records; i++) {
        String line = lines.readLine();
        clusters[i] = Integer.parseInt(line.substring(0, line.indexOf(',')));
      }
    }
    return clusters;
  }

  private static double f1(String[] truth, int[] clusters) {
    Map<String, Integer> people = new HashMap<>();
    Map<Integer, Integer> found = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int i = 0; i < truth.length; i++) {
      people.merge(truth[i], 1, Integer::sum);
      found.merge(clusters[i], 1, Integer::sum);
      both.merge(truth[i] + "|" + clusters[i], 1, Integer::sum);
    }
    return 2 * pairs(both) / (pairs(people) + pairs(found));
  }

  private static double pairs(Map<?, Integer> sizes) {
    double pairs = 0;
    for (int size : sizes.values()) {
      pairs += size * (size - 1.0) / 2;
    }
    return pairs;
  }
}
