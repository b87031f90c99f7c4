package org.heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.heed.linkage.ArrivingRecords;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.Records;
import org.jspecify.annotations.Nullable;

/** Linking made-up people one record at a time, as they come in an order drawn at random. */
final class ArrivalBench {
  private static final double A_SECOND = 1_000;
  private static final double MILLIS = 20;
  private static final int COLUMNS = 7;

  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("given", Kind.GIVEN_NAME),
              new Layout.Column("family", Kind.FAMILY_NAME),
              new Layout.Column("born", Kind.DATE_OF_BIRTH),
              new Layout.Column("postcode", Kind.POSTCODE),
              new Layout.Column("town", Kind.LOCALITY),
              new Layout.Column("phone", Kind.PHONE),
              new Layout.Column("job", Kind.EXACT)));

  private final Settings settings;
  private final int people;
  private final List<@Nullable String[]> rows = new ArrayList<>();

  /** Whose each record is. */
  private final List<String> owners = new ArrayList<>();

  /**
   * Of so many records.
   *
   * @param people how many records come
   */
  ArrivalBench(Settings settings, int people) {
    this.settings = settings;
    this.people = people;
  }

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    try {
      Path csv = folder.resolve("people.csv");
      MadeUpPeople.write(csv, people, 1);
      read(csv);
    } finally {
      Folders.remove(folder);
    }
    settings.say("learning from " + Table.count(rows.size()) + " records");
    Records.Builder builder = Records.builder(LAYOUT);
    for (int i = 0; i < rows.size(); i++) {
      builder.add(Integer.toString(i), rows.get(i));
    }
    return arrive(ArrivingRecords.learntFrom(builder.freeze(), org.heed.linkage.Settings.usual()));
  }

  private void read(Path csv) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(csv)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split(",", -1);
        @Nullable String[] row = new String[COLUMNS];
        System.arraycopy(cells, 1, row, 0, COLUMNS);
        rows.add(row);
        owners.add(cells[COLUMNS + 1]);
      }
    }
  }

  private List<Line> arrive(ArrivingRecords arriving) {
    settings.say("linking them as they come");
    List<Integer> order = new ArrayList<>(IntStream.range(0, rows.size()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[rows.size()];
    long before = threads.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      arriving.add(Integer.toString(order.get(i)), rows.get(order.get(i)));
      nanos[i] = System.nanoTime() - start;
    }
    double wall = (System.nanoTime() - began) / 1e9;
    double worked = (threads.getCurrentThreadCpuTime() - before) / 1e9;
    double rate = nanos.length / worked;
    int half = nanos.length / 2;
    Latencies late = new Latencies(Arrays.copyOfRange(nanos, half, nanos.length));
    return List.of(
        new Line(
            "linking " + Table.count(nanos.length) + " records one by one, whole",
            String.format(Locale.ROOT, "%,.0f records a second on two processors", A_SECOND),
            String.format(
                Locale.ROOT,
                "%,.0f a second on one, %,.0f a second of processor time",
                nanos.length / wall,
                rate),
            "Senzing's own guide: 100 a second on eight",
            String.format(Locale.ROOT, "%.1f", rate / 100),
            rate > A_SECOND),
        new Line(
            "one record, among the later half",
            String.format(Locale.ROOT, "p99 under %.0f ms", MILLIS),
            late.words(),
            "",
            "",
            late.percentile(99) < MILLIS * 1e6),
        new Line(
            "pairwise F1 over all true pairs",
            "told",
            String.format(Locale.ROOT, "%.4f", f1(arriving)),
            "",
            "",
            true));
  }

  private double f1(ArrivingRecords arrived) {
    Map<String, Integer> real = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (int i = 0; i < owners.size(); i++) {
      String cluster = arrived.cluster(Integer.toString(i));
      real.merge(owners.get(i), 1, Integer::sum);
      found.merge(cluster, 1, Integer::sum);
      both.merge(owners.get(i) + "|" + cluster, 1, Integer::sum);
    }
    return 2 * LinkingBench.pairs(both) / (LinkingBench.pairs(real) + LinkingBench.pairs(found));
  }
}
