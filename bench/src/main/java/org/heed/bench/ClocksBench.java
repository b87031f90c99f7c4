package org.heed.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.heed.clocks.CaseFacts;
import org.heed.clocks.Clock;
import org.heed.clocks.Clocks;
import org.heed.clocks.Fact;
import org.heed.clocks.State;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresOptions;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.rulebook.Standard;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Every standard evaluated for every case of a large force, read from PostgreSQL by two threads;
 * beside reading the same rows and doing nothing with them.
 */
final class ClocksBench {
  private static final int FACTS_A_CASE = 10;
  private static final int MOST_FACTS = 200;
  private static final int FETCHED = 10_000;
  private static final double SECONDS_A_MILLION = 60;
  private static final double ONE_MILLIS = 5;
  private static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final int MOST_MINUTES = 200_000;

  private final Settings settings;
  private final int cases;
  private final int threads;

  ClocksBench(Settings settings, int cases, int threads) {
    this.settings = settings;
    this.cases = cases;
    this.threads = threads;
  }

  /** What is done with a case. */
  private interface Use {
    long of(List<Fact> facts);
  }

  List<Line> run() throws IOException, SQLException {
    Rulebook rulebook;
    try {
      rulebook = RulebookLoader.load(settings.heed().rulebook());
    } catch (RulebookException e) {
      throw new BenchFailure("the rulebook cannot be loaded: " + e.getMessage());
    }
    List<String> kinds = kinds(rulebook.standards());
    Clocks clocks = new Clocks(rulebook.standards(), rulebook.calendars().getFirst());
    Path folder = HeedProgram.scratch();
    try (OwnPostgres postgres =
        OwnPostgres.start(folder.resolve("data"), PostgresOptions.usual())) {
      DatabaseAddress address = postgres.address();
      settings.say(
          "writing " + Table.count(cases) + " cases of " + FACTS_A_CASE + " facts on average");
      fill(address, kinds.size());
      Use evaluate = facts -> open(clocks.of(of(facts), NOW, Long.MAX_VALUE - 1));
      settings.say("warming up");
      pass(address, kinds, Math.min(cases, 20_000), evaluate);
      long read = pass(address, kinds, cases, List::size);
      long evaluated = pass(address, kinds, cases, evaluate);
      return List.of(
          new Line(
              String.format(
                  Locale.ROOT,
                  "%s cases by %d standards, from PostgreSQL, %d threads",
                  Table.count(cases),
                  rulebook.standards().size(),
                  threads),
              String.format(Locale.ROOT, "%.0f s", SECONDS_A_MILLION * cases / 1e6),
              String.format(Locale.ROOT, "%.1f s", evaluated / 1e9),
              String.format(Locale.ROOT, "reading the same facts alone: %.1f s", read / 1e9),
              String.format(Locale.ROOT, "%.2f", (double) evaluated / read),
              evaluated / 1e9 <= SECONDS_A_MILLION * cases / 1e6),
          one(clocks, kinds));
    } finally {
      Folders.remove(folder);
    }
  }

  private static List<String> kinds(List<Standard> standards) {
    return standards.stream()
        .flatMap(s -> java.util.stream.Stream.of(s.starts().kinds(), s.metBy(), s.ends()))
        .flatMap(java.util.Set::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private void fill(DatabaseAddress address, int kinds) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table fact (case_id int, kind smallint, at timestamptz, known bigint)");
      Random random = new Random(1);
      CopyIn copy =
          connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy fact from stdin");
      StringBuilder rows = new StringBuilder();
      for (int one = 0; one < cases; one++) {
        for (int n = 1 + random.nextInt(2 * FACTS_A_CASE - 1); n > 0; n--) {
          rows.append(one)
              .append('\t')
              .append(random.nextInt(kinds))
              .append('\t')
              .append(NOW.minusSeconds(60L * random.nextInt(MOST_MINUTES)))
              .append('\t')
              .append(n)
              .append('\n');
        }
        if (rows.length() > 1 << 20 || one + 1 == cases) {
          byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
          copy.writeToCopy(bytes, 0, bytes.length);
          rows.setLength(0);
        }
      }
      copy.endCopy();
      statement.execute("create index on fact (case_id)");
      statement.execute("vacuum analyze fact");
    }
  }

  /** Goes through the cases up to a number, each thread through its part of them. */
  private long pass(DatabaseAddress address, List<String> kinds, int upTo, Use use) {
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        int from = (int) ((long) upTo * part / threads);
        int to = (int) ((long) upTo * (part + 1) / threads);
        Callable<Long> work = () -> read(address, kinds, from, to, use);
        parts.add(pool.submit(work));
      }
      long sum = 0;
      for (Future<Long> part : parts) {
        sum += part.get();
      }
      if (sum == 0) {
        throw new BenchFailure("nothing was found in any case");
      }
    } catch (ExecutionException e) {
      throw new BenchFailure("the cases cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted");
    }
    return System.nanoTime() - began;
  }

  private static long read(DatabaseAddress address, List<String> kinds, int from, int to, Use use)
      throws SQLException {
    long sum = 0;
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.setFetchSize(FETCHED);
      String query =
          "select case_id, kind, (extract(epoch from at) * 1000)::bigint, known from fact"
              + " where case_id >= "
              + from
              + " and case_id < "
              + to
              + " order by case_id";
      try (ResultSet row = statement.executeQuery(query)) {
        int last = -1;
        List<Fact> facts = new ArrayList<>();
        while (row.next()) {
          if (row.getInt(1) != last && !facts.isEmpty()) {
            sum += use.of(facts);
            facts = new ArrayList<>();
          }
          last = row.getInt(1);
          facts.add(
              Fact.of(
                  kinds.get(row.getInt(2)), Instant.ofEpochMilli(row.getLong(3)), row.getLong(4)));
        }
        sum += facts.isEmpty() ? 0 : use.of(facts);
      }
    }
    return sum;
  }

  private static CaseFacts of(List<Fact> facts) {
    return new CaseFacts(Optional.of("england"), List.of(), facts);
  }

  /** How many clocks have been started. */
  private static long open(List<Clock> clocks) {
    return clocks.stream().filter(clock -> clock.state() != State.NOT_APPLICABLE).count();
  }

  /** One long case by itself, after each new fact. */
  private static Line one(Clocks clocks, List<String> kinds) {
    Random random = new Random(2);
    List<Fact> facts = new ArrayList<>();
    long[] took = new long[MOST_FACTS];
    for (int i = 0; i < took.length; i++) {
      facts.add(
          Fact.of(
              kinds.get(random.nextInt(kinds.size())),
              NOW.minusSeconds(60L * random.nextInt(MOST_MINUTES)),
              i));
      long began = System.nanoTime();
      clocks.of(of(facts), NOW, i);
      took[i] = System.nanoTime() - began;
    }
    double worst = new Latencies(took).percentile(99) / 1e6;
    return new Line(
        "one case of up to " + MOST_FACTS + " facts, all standards, after each new fact",
        String.format(Locale.ROOT, "%.0f ms", ONE_MILLIS),
        String.format(Locale.ROOT, "99 of 100 in %.2f ms", worst),
        "",
        "",
        worst <= ONE_MILLIS);
  }
}
