package org.heed.server.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.heed.figures.recount.Fact;
import org.heed.figures.recount.History;
import org.heed.server.ServerFixture;
import org.heed.server.publication.counted.Supposed;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a record as the database has them, put together as histories of reports and of
 * crimes, for figures to be counted without the server.
 */
final class RecordFacts {
  /** The class of what is kept apart. */
  static final String APART = "apart";

  /** The operation that stands for the largest group. */
  static final String LARGEST = "largest";

  private final Map<String, Report> reports = new LinkedHashMap<>();
  private final Map<String, List<State>> states = new LinkedHashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();

  /** What makes a record count where not all of them do. */
  enum Marked {
    /** People decided that it is exploitation. */
    FLAGGED,
    /** Its first reading asks about it. */
    FIRST_READ,
    /** A rulebook that never read it would ask about it. */
    SUPPOSED
  }

  private record Reading(
      long position, String report, int version, LocalDate day, boolean asks, boolean would) {}

  private record Report(
      String id,
      long position,
      String area,
      String notice,
      LocalDate reported,
      LocalDate recorded,
      @Nullable LocalDate occurred,
      Set<String> children,
      Set<String> suspects) {
    LocalDate began(LocalDate recordedOn) {
      LocalDate since = occurred;
      boolean old = since != null && recordedOn.isAfter(since.plusYears(1));
      return old ? reported.minusDays(1_000) : reported;
    }
  }

  private record State(
      long position, int seq, String report, boolean counted, boolean cancelled, LocalDate day) {}

  private record Decision(
      long position,
      int seq,
      String report,
      @Nullable String crime,
      boolean yes,
      String route,
      Instant at,
      LocalDate day) {}

  private RecordFacts() {}

  /**
   * Reads them.
   *
   * @param asks what another rulebook would ask about
   */
  static RecordFacts of(ServerFixture server, Supposed.Asks asks) throws SQLException {
    RecordFacts facts = new RecordFacts();
    facts.read(
        server,
        """
        select l.position, v.report::text, v.area, coalesce(v.route, 'not-recorded'),
          (v.reported_at at time zone 'Europe/London')::date,
          (v.recorded_at at time zone 'Europe/London')::date,
          (v.occurred_from at time zone 'Europe/London')::date
        from record.report_version v join ledger.leaf l on l.entry = v.entry
        where v.version = 1 order by 1
        """,
        row ->
            facts.reports.put(
                row.getString(2),
                new Report(
                    row.getString(2),
                    row.getLong(1),
                    row.getString(3),
                    row.getString(4),
                    row.getObject(5, LocalDate.class),
                    row.getObject(6, LocalDate.class),
                    row.getObject(7, LocalDate.class),
                    new TreeSet<>(),
                    new TreeSet<>())));
    facts.read(
        server,
        """
        select m.report::text, p.person::text, m.role
        from record.mention m join record.mention_person p on p.mention = m.id
        where m.role in ('victim', 'subject', 'suspect')
        """,
        row -> {
          Report of = Objects.requireNonNull(facts.reports.get(row.getString(1)));
          (row.getString(3).equals("suspect") ? of.suspects() : of.children())
              .add(row.getString(2));
        });
    facts.read(
        server,
        """
        select l.position, f.crime::text, f.seq, f.report::text, f.counted, f.act = 'cancelled',
          (f.effective_at at time zone 'Europe/London')::date
        from record.crime_state f join ledger.leaf l on l.entry = f.entry order by 1, 3
        """,
        row ->
            facts
                .states
                .computeIfAbsent(row.getString(2), _ -> new ArrayList<>())
                .add(
                    new State(
                        row.getLong(1),
                        row.getInt(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getObject(7, LocalDate.class))));
    facts.read(
        server,
        """
        select l.position, f.seq, f.report::text, f.crime::text, f.decision = 'yes', f.route,
          f.decided_at, (f.decided_at at time zone 'Europe/London')::date
        from record.flag f join ledger.leaf l on l.entry = f.entry order by 1, 2
        """,
        row ->
            facts.decisions.add(
                new Decision(
                    row.getLong(1),
                    row.getInt(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getString(6),
                    row.getTimestamp(7).toInstant(),
                    row.getObject(8, LocalDate.class))));
    facts.read(
        server,
        """
        select l.position, r.report::text, r.version, coalesce(r.ask <> 'nothing', false),
          (v.recorded_at at time zone 'Europe/London')::date
        from record.reading r join ledger.leaf l on l.entry = r.entry
        join record.report_version v on v.report = r.report and v.version = r.version
        order by 1, r.ordinal
        """,
        row ->
            facts.readings.add(
                new Reading(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getObject(5, LocalDate.class),
                    row.getBoolean(4),
                    Boolean.TRUE.equals(
                        asks.of(UUID.fromString(row.getString(2)), row.getInt(3))))));
    return facts;
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void read(ServerFixture server, String query, Row each) throws SQLException {
    try (var connection = server.owner();
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        each.take(row);
      }
    }
  }

  /** Reports, each as what is counted. A report is flagged where anything of it is. */
  List<History> reports(Marked marked, Set<String> group) {
    List<History> histories = new ArrayList<>();
    for (Report report : reports.values()) {
      List<Fact> facts = new ArrayList<>();
      facts.add(new Fact.Recorded(report.position(), "report"));
      if (marked != Marked.FLAGGED) {
        prompts(facts, report, marked, 0);
        histories.add(history(report, report.id(), report.recorded(), facts, group));
        continue;
      }
      Map<String, Decision> latest = new HashMap<>();
      for (Decision decision : decisions) {
        if (decision.report().equals(report.id())) {
          latest.merge(
              Objects.requireNonNullElse(decision.crime(), ""),
              decision,
              (a, b) -> b.seq() > a.seq() ? b : a);
          flag(
              facts,
              decision.position(),
              latest.values().stream()
                  .filter(Decision::yes)
                  .min(Comparator.comparing(Decision::at))
                  .orElse(null));
        }
      }
      histories.add(history(report, report.id(), report.recorded(), facts, group));
    }
    return histories;
  }

  /** As a flag that is set and taken back with each version read. */
  private void prompts(List<Fact> facts, Report report, Marked marked, long from) {
    for (Reading reading : readings) {
      if (reading.report().equals(report.id())) {
        long position = Math.max(from, reading.position());
        facts.add(new Fact.Unflagged(position));
        if (marked == Marked.SUPPOSED ? reading.would() : reading.asks()) {
          facts.add(new Fact.Flagged(position, reading.day(), "prompted"));
        }
      }
    }
  }

  /** Crimes. A decision on the crime goes before one on its report. */
  List<History> crimes(Marked marked, Set<String> group) {
    List<History> histories = new ArrayList<>();
    states.forEach((crime, acts) -> {
      Report report = Objects.requireNonNull(reports.get(acts.getFirst().report()));
      List<Fact> facts = new ArrayList<>();
      for (State act : acts) {
        String offence = act.counted() || act.cancelled() ? "crime" : APART;
        facts.add(
            facts.isEmpty()
                ? new Fact.Recorded(act.position(), offence)
                : new Fact.Reclassified(act.position(), offence));
        facts.add(
            act.cancelled()
                ? new Fact.Cancelled(act.position())
                : new Fact.Reinstated(act.position()));
      }
      long known = acts.getFirst().position();
      Decision own = null;
      Decision whole = null;
      if (marked != Marked.FLAGGED) {
        prompts(facts, report, marked, known);
      }
      for (Decision decision : marked == Marked.FLAGGED ? decisions : List.<Decision>of()) {
        if (crime.equals(decision.crime())) {
          own = own == null || decision.seq() > own.seq() ? decision : own;
        } else if (decision.crime() == null && decision.report().equals(report.id())) {
          whole = whole == null || decision.seq() > whole.seq() ? decision : whole;
        } else {
          continue;
        }
        Decision holds = own == null ? whole : own;
        flag(
            facts,
            Math.max(known, decision.position()),
            holds != null && holds.yes() ? holds : null);
      }
      facts.sort(Comparator.comparingLong(Fact::position));
      histories.add(history(report, crime, acts.getFirst().day(), facts, group));
    });
    return histories;
  }

  private static void flag(List<Fact> facts, long position, @Nullable Decision holds) {
    facts.add(new Fact.Unflagged(position));
    if (holds != null) {
      facts.add(new Fact.Flagged(position, holds.day(), holds.route()));
    }
  }

  /** The reports of the largest group are one operation. */
  private static History history(
      Report report, String id, LocalDate recorded, List<Fact> facts, Set<String> group) {
    return new History(
        id,
        report.id(),
        report.area(),
        report.notice(),
        group.contains(report.id()) ? LARGEST : null,
        report.children(),
        report.suspects(),
        report.began(recorded),
        report.reported(),
        recorded,
        facts);
  }
}
