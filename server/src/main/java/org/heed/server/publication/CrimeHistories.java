package org.heed.server.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.figures.recount.Fact;
import org.heed.figures.recount.History;
import org.heed.figures.recount.Told;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Crimes and what each was counted from, as the schema {@code counted} shows them. A person is
 * known by who a mention is said to mean, else by the mention. Only inside {@link
 * org.heed.server.store.Acts}.
 */
public final class CrimeHistories {
  private final JdbcClient sql;

  public CrimeHistories(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  private record Crime(
      String id, String report, List<String> victims, List<String> suspects, String offences) {}

  private record State(long position, String act, String offence, LocalDate day) {}

  private record Decision(long position, int seq, boolean yes, String route, LocalDate day) {}

  private record Report(
      String area,
      String notice,
      @Nullable LocalDate occurred,
      @Nullable LocalDate reported,
      LocalDate recorded) {}

  /**
   * All of them that are settled.
   *
   * @param victimless classes without a victim
   */
  List<Told> all(Set<String> victimless) {
    Map<String, String> people = people();
    Map<String, String> operations = operations();
    Map<String, Report> reports = reports();
    Map<String, List<State>> states = states();
    Map<String, List<Decision>> decisions = decisions();
    List<Told> told = new ArrayList<>();
    for (Crime crime : crimes(people)) {
      List<State> acts = states.getOrDefault(crime.id(), List.of());
      Report report = reports.get(crime.report());
      if (report != null && !acts.isEmpty()) {
        List<Fact> facts =
            facts(
                acts,
                decisions.getOrDefault(crime.id(), List.of()),
                decisions.getOrDefault(crime.report(), List.of()));
        String operation = operations.get(crime.report());
        told.add(told(crime, report, operation, acts.getFirst(), facts, victimless));
      }
    }
    return told;
  }

  private static Told told(
      Crime crime,
      Report report,
      @Nullable String operation,
      State first,
      List<Fact> facts,
      Set<String> victimless) {
    LocalDate reported = report.reported() == null ? report.recorded() : report.reported();
    LocalDate occurred = report.occurred();
    History history =
        new History(
            crime.id(),
            crime.report(),
            report.area(),
            report.notice(),
            operation,
            Set.copyOf(crime.victims()),
            Set.copyOf(crime.suspects()),
            occurred != null && occurred.isAfter(reported) ? reported : occurred,
            reported,
            first.day(),
            facts);
    Set<String> offences = new LinkedHashSet<>(texts(crime.offences()));
    offences.add(first.offence());
    return new Told(history, List.copyOf(offences), victimless);
  }

  /** A decision on the crime goes before one on its report. */
  private static List<Fact> facts(List<State> acts, List<Decision> own, List<Decision> whole) {
    List<Fact> facts = new ArrayList<>();
    for (State act : acts) {
      facts.add(
          facts.isEmpty()
              ? new Fact.Recorded(act.position(), act.offence())
              : new Fact.Reclassified(act.position(), act.offence()));
      facts.add(
          switch (act.act()) {
            case "cancelled" -> new Fact.Cancelled(act.position());
            case "merged" -> new Fact.Merged(act.position());
            default -> new Fact.Reinstated(act.position());
          });
    }
    long first = acts.getFirst().position();
    Decision onCrime = null;
    Decision onReport = null;
    List<Decision> all = new ArrayList<>(own);
    all.addAll(whole);
    all.sort(Comparator.comparingLong(Decision::position).thenComparingInt(Decision::seq));
    for (Decision decision : all) {
      if (own.contains(decision)) {
        onCrime = decision;
      } else {
        onReport = decision;
      }
      Decision holds = onCrime == null ? onReport : onCrime;
      long position = Math.max(first, decision.position());
      facts.add(new Fact.Unflagged(position));
      if (holds != null && holds.yes()) {
        facts.add(new Fact.Flagged(position, holds.day(), holds.route()));
      }
    }
    facts.sort(Comparator.comparingLong(Fact::position));
    return facts;
  }

  private Map<String, String> people() {
    Map<String, String> people = new HashMap<>();
    sql.sql(
            """
            select distinct on (p.mention) p.mention::text, p.person::text, p.same
            from counted.mention_person p order by p.mention, p.seq desc
            """)
        .query(row -> {
          if (row.getBoolean(3)) {
            people.put(row.getString(1), row.getString(2));
          }
        });
    return people;
  }

  /** The operation of each report that belongs to one. */
  private Map<String, String> operations() {
    Map<String, String> operations = new HashMap<>();
    sql.sql(
            """
            select distinct on (o.report) o.report::text, o.operation
            from counted.report_operation o order by o.report, o.seq desc
            """)
        .query(row -> {
          if (row.getString(2) != null) {
            operations.put(row.getString(1), row.getString(2));
          }
        });
    return operations;
  }

  private List<Crime> crimes(Map<String, String> people) {
    return sql.sql(
            """
            select c.id::text, c.report::text,
              concat_ws(',', c.victim::text, c.others), c.suspects, coalesce(c.offences, '')
            from counted.crime c join ledger.leaf l on l.entry = c.entry
            order by l.position, c.ordinal
            """)
        .query((row, _) ->
            new Crime(
                row.getString(1),
                row.getString(2),
                named(row.getString(3), people),
                named(row.getString(4), people),
                row.getString(5)))
        .list();
  }

  private static List<String> named(@Nullable String mentions, Map<String, String> people) {
    return texts(mentions).stream()
        .map(mention -> people.getOrDefault(mention, mention))
        .distinct()
        .toList();
  }

  private static List<String> texts(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private Map<String, Report> reports() {
    Map<String, Report> reports = new HashMap<>();
    sql.sql(
            """
            select distinct on (v.report) v.report::text, v.area,
              coalesce(v.route, 'not-recorded'),
              (v.occurred_from at time zone 'Europe/London')::date,
              (v.reported_at at time zone 'Europe/London')::date,
              (v.recorded_at at time zone 'Europe/London')::date
            from counted.report_version v join ledger.leaf l on l.entry = v.entry
            order by v.report, v.version desc
            """)
        .query(row -> {
          reports.put(
              row.getString(1),
              new Report(
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getObject(5, LocalDate.class),
                  row.getObject(6, LocalDate.class)));
        });
    return reports;
  }

  private Map<String, List<State>> states() {
    Map<String, List<State>> states = new LinkedHashMap<>();
    sql.sql(
            """
            select f.crime::text, l.position, f.act, f.offence,
              (f.effective_at at time zone 'Europe/London')::date
            from counted.crime_state f join ledger.leaf l on l.entry = f.entry
            order by l.position, f.seq
            """)
        .query(row -> {
          states
              .computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
              .add(
                  new State(
                      row.getLong(2),
                      row.getString(3),
                      row.getString(4),
                      row.getObject(5, LocalDate.class)));
        });
    return states;
  }

  /** By the crime that they are on, or by the report where they are on that. */
  private Map<String, List<Decision>> decisions() {
    return sql
        .sql(
            """
            select coalesce(f.crime, f.report)::text, l.position, f.seq, f.decision = 'yes', f.route,
              (f.decided_at at time zone 'Europe/London')::date
            from counted.flag f join ledger.leaf l on l.entry = f.entry
            order by l.position, f.seq
            """)
        .query((row, _) ->
            Map.entry(
                row.getString(1),
                new Decision(
                    row.getLong(2),
                    row.getInt(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getObject(6, LocalDate.class))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }
}
