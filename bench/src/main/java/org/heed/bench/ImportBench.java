package org.heed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.heed.postgres.OwnPostgres;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.ForceWriter;
import org.heed.simulator.SimulatedForce;

/**
 * Reports brought in by {@code heed import} beside a running server, against PostgreSQL's COPY of
 * every row that this wrote; and the server's memory after it.
 */
final class ImportBench {
  private static final long MOST_MIB = 700;
  private static final long LOOK_NANOS = 20_000_000;

  private final Settings settings;

  ImportBench(Settings settings) {
    this.settings = settings;
  }

  /** Lines for {@code import} and for {@code memory}. */
  record Result(List<Line> imported, List<Line> memory, String postgres) {}

  Result run() throws IOException, SQLException {
    Path folder = HeedProgram.scratch();
    try {
      return run(folder);
    } finally {
      Folders.remove(folder);
    }
  }

  private Result run(Path folder) throws IOException, SQLException {
    int reports = settings.reports();
    settings.say("making " + Table.count(reports) + " reports");
    Path force = folder.resolve("force");
    ForceWriter.write(SimulatedForce.of(ForceParameters.of(5, reports)), force, _ -> {});
    Path data = folder.resolve("data");
    try (Server server = settings.heed().serve(folder, "serve", "--data", data.toString())) {
      Memory before = server.memory();
      try (Connection owner = OwnPostgres.attach(data).withDatabase("heed").connect()) {
        long known = RecordTables.number(owner, "select count(*) from record.report");
        settings.say("importing them");
        Spent began = server.spent();
        Running running =
            Running.start(
                settings
                    .heed()
                    .with(
                        "import",
                        force.resolve("reports.ndjson").toString(),
                        "--mapping",
                        settings.heed().mapping().toString(),
                        "--data",
                        data.toString()),
                folder,
                "import");
        String counts = running.result().strip();
        awaitSettled(owner);
        long nanos = System.nanoTime() - running.began();
        Spent spent = server.spent().since(began);
        settings.say(counts);
        Memory after = server.memory();
        long there = RecordTables.number(owner, "select count(*) from record.report") - known;
        settings.say("copying every row that it wrote");
        CopyPeer.Loaded copied =
            new CopyPeer(owner, folder, server).load(RecordTables.filled(owner));
        return new Result(
            List.of(line(there, nanos, copied), cost(running.worked(), spent, copied)),
            memoryLines(before, after, running.most()),
            RecordTables.version(owner));
      }
    }
  }

  /** An import is over when each of its entries has its place in the ledger. */
  private static void awaitSettled(Connection owner) throws SQLException {
    while (RecordTables.number(
            owner,
            "select (select count(*) from ledger.entry) - (select count(*) from ledger.leaf)")
        > 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private Line line(long there, long nanos, CopyPeer.Loaded copied) {
    double share = (double) copied.nanos() / nanos;
    return new Line(
        "import of "
            + Table.count(settings.reports())
            + " reports, "
            + Table.count(copied.rows())
            + " rows",
        "at least a third of COPY's rate",
        Table.seconds(nanos) + ", " + rate(there, nanos) + " reports/s",
        "COPY ("
            + copied.format()
            + ") "
            + Table.seconds(copied.nanos())
            + ", "
            + rate(copied.rows(), copied.nanos())
            + " rows/s",
        String.format(Locale.ROOT, "%.2f of COPY", share),
        share >= 1.0 / 3 && there == settings.reports());
  }

  /** The server itself only settles the ledger meanwhile. */
  private Line cost(long importing, Spent spent, CopyPeer.Loaded copied) {
    Spent ours = new Spent(importing, spent.postgres(), 0);
    return new Line(
        "processor time for one of them",
        "",
        ours.words(settings.reports(), "import")
            + ", server "
            + Table.fineMillis(spent.heed() / settings.reports()),
        "COPY: " + copied.spent().words(settings.reports(), "server"),
        "",
        true);
  }

  private static String rate(long things, long nanos) {
    return Table.count(Math.round(things * 1e9 / nanos));
  }

  private static List<Line> memoryLines(Memory before, Memory after, long importing) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "server's resident memory after the import",
            "under " + MOST_MIB + " MB",
            Memory.mib(after.now()) + " MiB now, " + Memory.mib(after.most()) + " MiB at most",
            Memory.mib(before.now()) + " MiB before it",
            Table.times(after.now(), Math.max(1, before.now())) + " of that",
            Memory.mib(after.most()) < MOST_MIB));
    lines.add(
        new Line(
            "the import's own process", "", Memory.mib(importing) + " MiB at most", "", "", true));
    return lines;
  }
}
