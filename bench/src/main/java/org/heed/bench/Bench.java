package org.heed.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heed bench}: the figures that Heed promises, measured. */
@Command(
    name = "heed bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what Heed promises, beside a peer in the same run; all of it, or what is named:",
      "  start   from the command until a page is served; heed read of a small file",
      "  record  one report after another through the API, against plain JDBC",
      "  import  reports from a file, against PostgreSQL's COPY of the same rows",
      "  memory  the server's after that import",
      "  figures counting as known at any moment, against DuckDB on the same rows",
      "  work    work lists, a team's cases and giving 300 to somebody, among --cases cases, with",
      "          access rules on, beside the same rows by plain JDBC",
      "  clocks  every standard for every case, from PostgreSQL, beside reading the same rows",
      "  suppression hiding small counts in four linked tables, with the audit",
      "  nowcast 254 nowcasts of a published line list (HEED_DATA), against a chain ladder",
      "  linking made-up people linked, whole job, beside Splink's model as SQL on DuckDB",
      "          and, on fewer, Duke; with --incremental one record at a time, as they come",
      "  network what lies two reports around somebody, among made-up people on record",
      "  patterns what is planted in a simulated force and told across reports, beside the same",
      "          reports shuffled and beside whoever is in most of them",
      "  offers  who among made-up people a report may speak of, as it is recorded",
      "  reading reading simulated narratives, beside programs that find the same phrases",
      "  reread  a whole archive of narratives under a rulebook, against unpacking it",
      "Ends with 1 if a promise was not kept."
    })
public final class Bench implements Callable<Integer> {
  /** What can be measured. */
  enum Figure {
    START,
    RECORD,
    IMPORT,
    MEMORY,
    FIGURES,
    CLOCKS,
    WORK,
    LINKING,
    NETWORK,
    NOWCAST,
    OFFERS,
    PATTERNS,
    READING,
    SUPPRESSION,
    REREAD
  }

  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description =
          "start, record, import, memory, figures, clocks, work, linking, network, nowcast, offers,"
              + " patterns, reading,"
              + " suppression, reread.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--reports",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many reports to import (${DEFAULT-VALUE}).")
  private int reports;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many reports to record a second (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "60",
      description = "For how long to record (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      defaultValue = "15",
      description = "Seconds of the same load before it counts (${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many starts to measure (${DEFAULT-VALUE}).")
  private int starts;

  @Option(
      names = "--demo-reports",
      paramLabel = "N",
      defaultValue = "3000",
      description = "Reports of the demonstration that is started (${DEFAULT-VALUE}).")
  private int demoReports;

  @Option(
      names = "--pattern-reports",
      paramLabel = "N",
      defaultValue = "12000",
      description = "Simulated reports to look for patterns in (${DEFAULT-VALUE}).")
  private int patternReports;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10000000",
      description = "Changes to count figures from (${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Records of people to link (${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--incremental",
      description = "Link one record at a time, as they come, rather than all at once.")
  private boolean incremental;

  @Option(
      names = "--cases",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Cases to evaluate standards for, or to work among (${DEFAULT-VALUE}).")
  private int cases;

  @Option(
      names = "--narratives",
      paramLabel = "N",
      defaultValue = "15000",
      description = "Narratives of each density to read (${DEFAULT-VALUE}).")
  private int narratives;

  @Option(
      names = "--fast-peers",
      description = "Leave out the peers that read under 20 MB a second.")
  private boolean fastPeers;

  @Option(
      names = "--archived",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Narratives to re-read (${DEFAULT-VALUE}); the promise is about 10 million.")
  private int archived;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Threads that re-read or evaluate (${DEFAULT-VALUE}).")
  private int threads;

  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    // The services used to prepare a run keep to themselves what they do.
    LoggingSystem.get(Bench.class.getClassLoader()).beforeInitialize();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = new CommandLine(new Bench()).setOut(out).setErr(err).execute(args);
    out.flush();
    System.exit(status);
  }

  @Override
  public Integer call() throws Exception {
    Set<Figure> wanted = wanted();
    Path home = Path.of(System.getProperty("heed.home", ".")).toAbsolutePath().normalize();
    PrintWriter err = spec.commandLine().getErr();
    Settings settings =
        new Settings(HeedProgram.launcher(home), reports, rate, seconds, warmUp, starts, err);
    List<Line> lines = new ArrayList<>();
    String postgres = "";
    if (wanted.contains(Figure.START)) {
      lines.addAll(new StartBench(settings, demoReports).run());
    }
    if (wanted.contains(Figure.RECORD)) {
      RecordBench.Result result = new RecordBench(settings).run();
      lines.addAll(result.lines());
      postgres = result.postgres();
    }
    if (wanted.contains(Figure.IMPORT) || wanted.contains(Figure.MEMORY)) {
      ImportBench.Result result = new ImportBench(settings).run();
      lines.addAll(wanted.contains(Figure.IMPORT) ? result.imported() : List.of());
      lines.addAll(wanted.contains(Figure.MEMORY) ? result.memory() : List.of());
      postgres = result.postgres();
    }
    if (wanted.contains(Figure.FIGURES)) {
      lines.addAll(new FiguresBench(settings, rows).run());
    }
    if (wanted.contains(Figure.CLOCKS)) {
      lines.addAll(new ClocksBench(settings, cases, threads).run());
    }
    if (wanted.contains(Figure.WORK)) {
      lines.addAll(new WorkBench(settings, cases).run());
    }
    if (wanted.contains(Figure.LINKING)) {
      lines.addAll(
          incremental
              ? new ArrivalBench(settings, people).run()
              : new LinkingBench(settings, people).run());
    }
    if (wanted.contains(Figure.NOWCAST)) {
      String data = System.getenv("HEED_DATA");
      if (data != null) {
        lines.addAll(new NowcastBench(settings, Path.of(data)).run());
      } else {
        err.println("nowcast: left out, since HEED_DATA is not set");
      }
    }
    if (wanted.contains(Figure.NETWORK)) {
      lines.addAll(new NetworkBench(settings, people).run());
    }
    if (wanted.contains(Figure.OFFERS)) {
      lines.addAll(new OffersBench(settings, people).run());
    }
    if (wanted.contains(Figure.PATTERNS)) {
      lines.addAll(new PatternsBench(settings, home, patternReports).run());
    }
    if (wanted.contains(Figure.READING)) {
      lines.addAll(new ReadingBench(settings, narratives, !fastPeers).run());
    }
    if (wanted.contains(Figure.SUPPRESSION)) {
      lines.addAll(new SuppressionBench(settings).run());
    }
    if (wanted.contains(Figure.REREAD)) {
      lines.addAll(new RereadBench(settings, archived, threads).run());
    }
    Table.print(spec.commandLine().getOut(), Machine.here(postgres), lines);
    return lines.stream().allMatch(Line::holds) ? 0 : 1;
  }

  private Set<Figure> wanted() {
    if (names.isEmpty()) {
      return EnumSet.allOf(Figure.class);
    }
    Set<Figure> wanted = EnumSet.noneOf(Figure.class);
    for (String name : names) {
      try {
        wanted.add(Figure.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new ParameterException(
            spec.commandLine(),
            "there is no benchmark "
                + name
                + ": start, record, import, memory, figures, clocks, work, linking, network,"
                + " nowcast, offers, patterns, reading, suppression, reread");
      }
    }
    return wanted;
  }
}
