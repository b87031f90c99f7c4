package org.heed.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How soon Heed is there, beside what starting any JVM costs. */
final class StartBench {
  private static final long DEMO_NANOS = 10_000_000_000L;
  private static final long READ_NANOS = 1_000_000_000L;
  private static final String REPORTS =
      """
      {"id":"1","text":"She was reported missing again overnight. An older man bought her a phone."}
      {"id":"2","text":"No concerns were raised. Mother denies that he met anyone at the hotel."}
      """;

  private final Settings settings;
  private final String demoReports;

  StartBench(Settings settings, int demoReports) {
    this.settings = settings;
    this.demoReports = Integer.toString(demoReports);
  }

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    try {
      return List.of(demo(folder), read(folder));
    } finally {
      Folders.remove(folder);
    }
  }

  private Line demo(Path folder) throws IOException {
    settings.say("the first start, which loads the force");
    long first = start(folder);
    List<Long> starts = new ArrayList<>();
    List<Long> hellos = new ArrayList<>();
    for (int i = 0; i < settings.starts(); i++) {
      starts.add(start(folder));
      hellos.add(hello(folder));
      settings.say("start " + (i + 1) + ": " + Table.seconds(starts.getLast()));
    }
    return line(
        "heed demo, second start, until / is served (the first, with its load: "
            + Table.seconds(first)
            + ")",
        DEMO_NANOS,
        starts,
        hellos);
  }

  private long start(Path folder) throws IOException {
    try (Server server =
        settings
            .heed()
            .serve(
                folder,
                "demo",
                "--reports",
                demoReports,
                "--data",
                folder.resolve("data").toString())) {
      return server.startNanos();
    }
  }

  private Line read(Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("reports.ndjson"), REPORTS);
    settings.heed().run(folder, "read", "--in", file.toString());
    List<Long> reads = new ArrayList<>();
    List<Long> hellos = new ArrayList<>();
    for (int i = 0; i < 2 * settings.starts(); i++) {
      reads.add(timed(folder, settings.heed().with("read", "--in", file.toString())));
      hellos.add(hello(folder));
    }
    return line("heed read of a small file, whole process", READ_NANOS, reads, hellos);
  }

  private static long hello(Path folder) throws IOException {
    return timed(
        folder,
        List.of(
            HeedProgram.java(),
            "-cp",
            System.getProperty("java.class.path"),
            Hello.class.getName()));
  }

  private static long timed(Path folder, List<String> command) throws IOException {
    Path out = folder.resolve("timed.out");
    long began = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      int status = process.waitFor();
      long nanos = System.nanoTime() - began;
      if (status != 0) {
        throw new BenchFailure(command.getFirst() + " failed: " + Files.readString(out).strip());
      }
      return nanos;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
  }

  private static Line line(String figure, long wanted, List<Long> ours, List<Long> hellos) {
    long median = median(ours);
    return new Line(
        figure,
        "under " + Table.seconds(wanted),
        "median "
            + Table.seconds(median)
            + ", longest "
            + Table.seconds(ours.stream().max(Long::compare).orElseThrow())
            + " of "
            + ours.size(),
        "a JVM that says hello: median " + Table.seconds(median(hellos)),
        Table.times(median, median(hellos)) + " times",
        ours.stream().allMatch(nanos -> nanos < wanted));
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow();
  }
}
