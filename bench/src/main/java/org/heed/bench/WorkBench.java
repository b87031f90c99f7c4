package org.heed.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.heed.kernel.AllowedCall;
import org.heed.server.RecordServices;
import org.heed.server.RecordStore;
import org.heed.server.access.Caller;
import org.heed.server.missing.MissingFacts;
import org.heed.server.missing.MissingStore;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.referral.ReferralFacts;
import org.heed.server.referral.ReferralStore;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.Handovers;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.safeguarding.RecordedCaseFacts;
import org.heed.server.safeguarding.ReportedCaseFacts;
import org.heed.server.safeguarding.StandingStore;
import org.heed.server.safeguarding.Standings;
import org.heed.server.safeguarding.Workloads;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.jspecify.annotations.Nullable;

/**
 * Work lists, a team's cases and giving many cases to somebody, in a force with so many cases, with
 * access rules on and every look in the ledger; beside the same rows asked of the database by JDBC
 * as their owner, whom no access rule binds.
 */
final class WorkBench {
  private static final double LIST_MILLIS = 300;
  private static final double TEAM_MILLIS = 1_000;
  private static final double GIVEN_SECONDS = 5;
  private static final int GIVEN = 300;
  private static final int LISTS = 240;
  private static final int TEAMS = 40;
  private static final int ROUNDS = 3;
  private static final int WARM_UP = 20;

  private static final String PLAIN_LIST =
      """
      select k.case_file, c.number, c.subject, k.standard, a.what, k.danger, k.due, k.due < now()
      from (select k.* from work.case_clock k where k.owner = ? and k.asking
            order by k.danger desc, k.due < now() desc, k.due, k.case_file, k.place limit 50) k
      join record.case_file c on c.id = k.case_file left join record.case_action a on a.id = k.action
      order by k.danger desc, k.due < now() desc, k.due, k.case_file, k.place
      """;

  private final Settings settings;
  private final int cases;

  WorkBench(Settings settings, int cases) {
    this.settings = settings;
    this.cases = cases;
  }

  private record Desk(
      Standings standings, Workloads workloads, Handovers handovers, RecordServices services) {
    Caller caller(MadeUpCases.Somebody one) {
      return services.sessions().find(one.token()).orElseThrow();
    }
  }

  List<Line> run() throws IOException {
    Path folder = HeedProgram.scratch();
    try (RecordStore store = RecordStore.openEmpty(folder.resolve("data"));
        Connection owner = store.address().connect()) {
      settings.say("putting " + Table.count(cases) + " cases on record");
      MadeUpCases.fill(owner, cases);
      Desk desk = desk(store.databases());
      settings.say("working out how the open ones stand");
      List<Line> lines = new ArrayList<>();
      lines.add(standings(desk));
      try (Statement statement = owner.createStatement()) {
        statement.execute("vacuum analyze work.case_standing");
        statement.execute("vacuum analyze work.case_clock");
        statement.execute("vacuum analyze work.case_changed");
        statement.execute("checkpoint");
      }
      settings.say("asking");
      lines.add(lists(desk, owner));
      Caller whole = desk.caller(MadeUpCases.supervisor(owner, null));
      lines.add(
          team(desk, owner, desk.caller(MadeUpCases.supervisor(owner, "area1")), "of an area"));
      lines.add(team(desk, owner, whole, "of the whole force"));
      lines.add(given(desk, owner, whole));
      return lines;
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Folders.remove(folder);
    }
  }

  @AllowedCall("a benchmark keeps real time")
  private static Clock clock() {
    return Clock.systemUTC();
  }

  private Desk desk(Databases databases) {
    Clock clock = clock();
    RulebookInForce rulebook = RulebookInForce.load(settings.heed().rulebook());
    RecordServices services =
        RecordServices.of(databases, clock, IdSource.secure(clock), rulebook, new Random(3));
    CaseStore store = new CaseStore(databases);
    PlanStore plans = new PlanStore(databases);
    CaseClocks clocks =
        new CaseClocks(
            rulebook,
            List.of(
                new RecordedCaseFacts(databases),
                new ReportedCaseFacts(databases),
                new MeetingStore(databases),
                new MissingFacts(new MissingStore(databases)),
                new ReferralFacts(new ReferralStore(databases))),
            new ChildRecords(databases),
            clock);
    Standings standings =
        new Standings(
            services.acts(),
            new StandingStore(databases),
            store,
            plans,
            clocks,
            rulebook,
            services.accounts(),
            services.sessions(),
            clock);
    return new Desk(
        standings,
        new Workloads(services.acts(), standings, store, rulebook, databases),
        new Handovers(services.acts(), store, plans, services.cases(), services.plans()),
        services);
  }

  private static Line standings(Desk desk) {
    long began = System.nanoTime();
    long worked = desk.standings().settle();
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Line(
        "how " + Table.count(worked) + " open cases stand, worked out from the record",
        "told",
        String.format(Locale.ROOT, "%.0f s, %.2f ms a case", seconds, seconds * 1e3 / worked),
        "",
        "",
        true);
  }

  private Line lists(Desk desk, Connection owner) throws SQLException {
    List<MadeUpCases.Somebody> officers = new ArrayList<>();
    for (int number : new int[] {1, 2, 700, 1204, 1813, 2999}) {
      officers.add(MadeUpCases.officer(owner, number));
    }
    List<Caller> callers = officers.stream().map(desk::caller).toList();
    long most = 0;
    for (Caller caller : callers) {
      most = Math.max(most, desk.workloads().mine(caller, 1).total());
    }
    Latencies ours =
        measured(LISTS, i -> desk.workloads().mine(callers.get(i % callers.size()), 1));
    Latencies plain =
        measured(LISTS, i -> asked(owner, PLAIN_LIST, callers.get(i % callers.size()).account()));
    return line(
        "a page of somebody's work of up to "
            + Table.count(most)
            + " things, "
            + Table.count(cases)
            + " cases",
        LIST_MILLIS,
        ours,
        plain);
  }

  private Line team(Desk desk, Connection owner, Caller caller, String of) throws SQLException {
    long total = desk.workloads().team(caller, "", "", 1).total();
    List<String> areas = caller.areas();
    String where =
        areas == null ? " where open" : " where open and area = '" + areas.getFirst() + "'";
    Latencies ours = measured(TEAMS, _ -> desk.workloads().team(caller, "", "", 1));
    Latencies plain =
        measured(
            TEAMS,
            _ -> {
              asked(
                  owner,
                  "select owner, count(*), sum(children), sum(past), sum(late) from work.case_standing"
                      + where
                      + " group by owner",
                  null);
              asked(
                  owner,
                  "select grade, count(*), sum(children), min(oldest_report) from work.case_standing"
                      + where
                      + " and (owner is null or unopened) group by 1",
                  null);
              asked(owner, "select distinct team from work.case_standing" + where, null);
              return asked(
                  owner,
                  "select * from work.case_standing"
                      + where
                      + " order by (past + late) > 0 desc, oldest_report, case_file limit 50",
                  null);
            });
    return line(
        "a supervisor's view " + of + ": " + Table.count(total) + " open cases",
        TEAM_MILLIS,
        ours,
        plain);
  }

  private Line line(String figure, double millis, Latencies ours, Latencies plain) {
    return new Line(
        figure,
        String.format(Locale.ROOT, "p95 under %.0f ms", millis),
        words(ours),
        "plain JDBC, no access rules: " + words(plain),
        String.format(Locale.ROOT, "%.1f", (double) ours.percentile(95) / plain.percentile(95)),
        ours.percentile(95) < millis * 1e6);
  }

  private static String words(Latencies of) {
    return "p50 " + Table.millis(of.percentile(50)) + ", p95 " + Table.millis(of.percentile(95));
  }

  private interface Asking {
    Object ask(int number) throws SQLException;
  }

  private interface Work {
    Object done() throws SQLException;
  }

  private static Latencies measured(int times, Asking asking) {
    long[] nanos = new long[times];
    for (int i = -WARM_UP; i < times; i++) {
      int number = i + WARM_UP;
      long took = timed(() -> asking.ask(number));
      if (i >= 0) {
        nanos[i] = took;
      }
    }
    return new Latencies(nanos);
  }

  private static long timed(Work work) {
    long began = System.nanoTime();
    try {
      work.done();
    } catch (SQLException e) {
      throw new BenchFailure("asking failed: " + e.getMessage());
    }
    return System.nanoTime() - began;
  }

  /** Asks and reads every row. */
  private static long asked(Connection owner, String query, @Nullable UUID of) throws SQLException {
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      if (of != null) {
        statement.setObject(1, of);
      }
      long rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows += row.getObject(1) == null ? 0 : 1;
        }
      }
      return rows;
    }
  }

  /** Gives cases of one owner to another, each time others; then what their new list takes. */
  private Line given(Desk desk, Connection owner, Caller supervisor) throws SQLException {
    long worst = 0;
    long plain = 0;
    long after = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<UUID> ids = someCases(owner, round);
      Caller to = desk.caller(MadeUpCases.officer(owner, 100 + round));
      worst =
          Math.max(
              worst,
              timed(
                  () -> desk.handovers().give(supervisor, ids, to.account(), "Away for a month.")));
      after = Math.max(after, timed(() -> desk.workloads().mine(to, 1)));
      plain = Math.max(plain, plainly(owner, ids));
    }
    return new Line(
        GIVEN + " cases with their actions given to somebody, the ledger in the same transaction",
        String.format(Locale.ROOT, "%.0f s", GIVEN_SECONDS),
        String.format(
            Locale.ROOT, "%.2f s; the first list after it %s", worst / 1e9, Table.millis(after)),
        String.format(Locale.ROOT, "plain JDBC, the same rows: %.2f s", plain / 1e9),
        String.format(Locale.ROOT, "%.1f", (double) worst / plain),
        worst / 1e9 < GIVEN_SECONDS);
  }

  private static List<UUID> someCases(Connection owner, int round) throws SQLException {
    List<UUID> ids = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select s.case_file from work.case_standing s where s.open and s.owner is not null"
                    + " and not exists (select 1 from record.case_report l join record.restriction r using (report)"
                    + " where l.case_file = s.case_file) order by s.case_file offset "
                    + round * GIVEN
                    + " limit "
                    + GIVEN)) {
      while (row.next()) {
        ids.add(row.getObject(1, UUID.class));
      }
    }
    return ids;
  }

  /** The rows that giving these wrote, written again as new ones to tables like theirs. */
  private static long plainly(Connection owner, List<UUID> ids) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("drop schema if exists peer cascade");
      statement.execute("create schema peer");
      for (String table :
          List.of("record.case_owner", "record.case_action_state", "ledger.entry")) {
        statement.execute(
            "create table peer."
                + table.substring(table.indexOf('.') + 1)
                + " (like "
                + table
                + " including all)");
      }
      statement.execute("create table peer.salt (like ledger.salt including all)");
    }
    String of = "(select entry from record.case_owner where seq > 1 and case_file = any (?))";
    long took =
        timed(() -> {
          owner.setAutoCommit(false);
          for (String copy :
              List.of(
                  "insert into peer.entry select * from ledger.entry where id in " + of,
                  "insert into peer.salt select * from ledger.salt where entry in " + of,
                  "insert into peer.case_owner select * from record.case_owner where entry in "
                      + of,
                  "insert into peer.case_action_state select * from record.case_action_state where entry in "
                      + of)) {
            try (PreparedStatement insert = owner.prepareStatement(copy)) {
              insert.setArray(1, owner.createArrayOf("uuid", ids.toArray()));
              insert.executeUpdate();
            }
          }
          owner.commit();
          return ids;
        });
    owner.setAutoCommit(true);
    return took;
  }
}
