package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the record tells by itself of the reports and people that a case is about: when crimes were
 * reported and recorded, flags asked for, decided and reviewed, children and suspects named.
 */
@Component
public class ReportedCaseFacts implements CaseFactSource {
  private final JdbcClient sql;

  public ReportedCaseFacts(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** What one report comes to. */
  private static final class Told {
    private final List<CaseFact> facts = new ArrayList<>();
    private @Nullable Instant crime;
    private @Nullable Instant yes;
    private boolean set;

    void crime(ResultSet row) throws SQLException {
      Instant recorded = row.getTimestamp(3).toInstant();
      Instant reported = row.getTimestamp(4) == null ? recorded : row.getTimestamp(4).toInstant();
      boolean apart = String.valueOf(row.getString(5)).startsWith("N100");
      String number = row.getString(6);
      String from = (apart ? "Record " : "Crime ") + number;
      facts.add(
          new CaseFact(apart ? "rape-reported" : "crime-reported", reported, number, null, from));
      facts.add(
          new CaseFact(
              apart ? "recorded-as-n100" : "crime-recorded", recorded, number, null, from));
      crime = crime == null || recorded.isBefore(crime) ? recorded : crime;
    }

    void flag(ResultSet row, String report) throws SQLException {
      Instant at = row.getTimestamp(3).toInstant();
      String from = "Decision on report " + row.getString(6);
      switch (String.valueOf(row.getString(5))) {
        case "asked" ->
            facts.add(
                new CaseFact(
                    "flag-asked", at, report, null, "Prompt on report " + row.getString(6)));
        case "yes" -> {
          decided(row, at, report, from);
          facts.add(new CaseFact(set ? "flag-reviewed" : "flag-set", at, report, null, from));
          set = true;
          yes = yes == null ? at : yes;
        }
        case "no" -> {
          decided(row, at, report, from);
          if (set) {
            facts.add(new CaseFact("flag-removed", at, report, null, from));
            set = false;
            yes = null;
          }
        }
        default -> {
          // More is needed: nothing is decided.
        }
      }
    }

    /** A decision made is to be checked, and one by whoever checks another's is a check of it. */
    private void decided(ResultSet row, Instant at, String report, String from)
        throws SQLException {
      facts.add(new CaseFact("flag-decided", at, report, null, from));
      switch (String.valueOf(row.getString(7))) {
        case "made" -> facts.add(new CaseFact("flag-decision-made", at, report, null, from));
        case "checks" -> facts.add(new CaseFact("flag-checked", at, report, null, from));
        default -> {
          // Whoever made it cannot check it.
        }
      }
    }

    List<CaseFact> all() {
      if (yes != null && crime != null) {
        facts.add(
            CaseFact.of(
                "exploitation-recorded",
                yes.isAfter(crime) ? yes : crime,
                "A crime is recorded and decided to be exploitation"));
      }
      return facts;
    }
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    UUID[] reports =
        cases.stream().flatMap(one -> one.reports().stream()).distinct().toArray(UUID[]::new);
    Map<UUID, Told> told = new HashMap<>();
    ask(
        """
        select c.report, 'crime', f.effective_at, v.reported_at, f.offence, c.number
        from record.crime c
        join record.crime_state f on f.crime = c.id and f.seq = 1 and %1$s
        join lateral (select f.reported_at from record.report_version f
                      where f.report = c.report and %1$s order by f.version desc limit 1) v on true
        where c.report = any (:ids) order by f.effective_at
        """,
        reports, known, row -> of(told, row).crime(row));
    ask(
        """
        select x.report, 'flag', x.at, null::timestamptz, x.what, r.reference, x.made
        from (
          select f.report, v.recorded_at as at, 'asked' as what, 0 as seq, '' as made
          from record.reading f
          join record.report_version v on v.report = f.report and v.version = f.version
          where f.report = any (:ids) and f.ask = 'decision' and f.reread is null and f.version = 1 and %1$s
          union all
          select f.report, f.decided_at, f.decision, f.seq,
            case when f.route <> 'quality-assurance' then 'made'
              when access.author(f.entry) is distinct from (select access.author(p.entry) from record.flag p
                where p.report = f.report and p.seq < f.seq and p.route <> 'quality-assurance'
                  and p.decision in ('yes', 'no')
                order by p.seq desc limit 1) then 'checks' else '' end
          from record.flag f
          where f.report = any (:ids) and %1$s) x
        join record.report r on r.id = x.report
        order by x.seq
        """,
        reports,
        known,
        row -> of(told, row).flag(row, String.valueOf(row.getObject(1, UUID.class))));
    Map<UUID, Mentioned> mentioned = mentioned(cases, known);
    Map<UUID, List<CaseFact>> ofReports = new HashMap<>();
    told.forEach((report, one) -> ofReports.put(report, one.all()));
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (CaseScope scope : cases) {
      List<CaseFact> some = new ArrayList<>();
      scope.reports().forEach(report -> some.addAll(ofReports.getOrDefault(report, List.of())));
      Map<List<String>, CaseFact> first = new LinkedHashMap<>();
      for (CaseScope.Member member : scope.members()) {
        Optional<String> child = scope.child(member.member());
        for (CaseFact fact : facts(member, mentioned)) {
          if (child.isEmpty()) {
            some.add(fact);
          } else {
            first.merge(
                List.of(fact.kind(), child.get()),
                fact.ofChild(child.get()),
                ReportedCaseFacts::earlier);
          }
        }
      }
      some.addAll(first.values());
      facts.put(scope.id(), some);
    }
    return facts;
  }

  /** A child is known from when they were first named, however often they are. */
  private static CaseFact earlier(CaseFact one, CaseFact other) {
    return other.at().isBefore(one.at()) ? other : one;
  }

  private interface Row {
    void take(ResultSet row) throws SQLException;
  }

  private void ask(String query, UUID[] ids, KnownAt known, Row row) {
    sql.sql(query.replace("%1$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position())
        .query(row::take);
  }

  private static Told of(Map<UUID, Told> told, ResultSet row) throws SQLException {
    return told.computeIfAbsent(
        Objects.requireNonNull(row.getObject(1, UUID.class)), _ -> new Told());
  }

  /**
   * A report's mention of a member.
   *
   * @param at when the report was recorded
   * @param version when the version was that has this mention
   * @param background whether it says their ethnicity, how that was established, and nationality
   */
  private record Mentioned(Instant at, Instant version, boolean background) {}

  private Map<UUID, Mentioned> mentioned(List<CaseScope> cases, KnownAt known) {
    Map<UUID, Mentioned> mentioned = new HashMap<>();
    UUID[] mentions =
        cases.stream()
            .flatMap(one -> one.members().stream())
            .map(CaseScope.Member::mention)
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    ask(
        """
        select m.id, min(f.recorded_at), min(f.recorded_at) filter (where f.version = m.version),
          bool_or((m.ethnicity <> '' and m.ethnicity_basis <> '' or m.ethnicity_basis = 'not-stated')
            and m.nationality <> '')
        from record.mention m
        join record.report_version f on f.report = m.report and %1$s
        where m.id = any (:ids) group by m.id
        """,
        mentions,
        known,
        row ->
            mentioned.put(
                row.getObject(1, UUID.class),
                new Mentioned(
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3) == null
                        ? row.getTimestamp(2).toInstant()
                        : row.getTimestamp(3).toInstant(),
                    row.getBoolean(4))));
    return mentioned;
  }

  private static List<CaseFact> facts(CaseScope.Member member, Map<UUID, Mentioned> mentioned) {
    UUID mention = member.mention();
    Mentioned known = mention == null ? null : mentioned.get(mention);
    Instant at = known == null ? member.since() : known.at();
    String of = member.member().toString();
    String from = known == null ? "Named in the case" : "The report that names them";
    return switch (member.role()) {
      case CHILD -> List.of(CaseFact.of("child-victim-identified", at, from));
      case SUSPECT ->
          Stream.of(
                  new CaseFact("suspect-identified", at, of, null, from),
                  new CaseFact("suspect-linked", member.since(), of, null, "Named in the case"),
                  new CaseFact(
                      "suspect-background-recorded",
                      known == null ? at : known.version(),
                      of,
                      null,
                      from))
              .filter(fact ->
                  !fact.kind().equals("suspect-background-recorded")
                      || (known != null && known.background()))
              .toList();
      case SIBLING, CHILD_AT_RISK ->
          member.isUnderAge(LocalDate.ofInstant(member.since(), Words.LONDON))
              ? List.of(CaseFact.of("other-child-named", member.since(), "Named in the case"))
              : List.of();
      case CARER, OTHER -> List.of();
    };
  }
}
