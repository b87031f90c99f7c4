package org.heed.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.heed.linkage.ArrivingRecords;

/** Linking made-up people one record at a time, as they come in an order drawn at random. */
final class ArrivalBench {
  private static final double A_SECOND = 1_000;
  private static final double MILLIS = 20;

  private final Settings settings;
  private final int people;

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
    PeopleFile file;
    try {
      file = PeopleFile.of(people, folder);
    } finally {
      Folders.remove(folder);
    }
    settings.say("learning from " + Table.count(file.size()) + " records");
    return arrive(
        file, ArrivingRecords.learntFrom(file.records(), org.heed.linkage.Settings.usual()));
  }

  private List<Line> arrive(PeopleFile file, ArrivingRecords arriving) {
    settings.say("linking them as they come");
    List<Integer> order = new ArrayList<>(IntStream.range(0, file.size()).boxed().toList());
    Collections.shuffle(order, new Random(3));
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[file.size()];
    long before = threads.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      arriving.add(Integer.toString(order.get(i)), file.row(order.get(i)));
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
            String.format(
                Locale.ROOT, "%.4f", file.f1(record -> arriving.cluster(Integer.toString(record)))),
            "",
            "",
            true));
  }
}
