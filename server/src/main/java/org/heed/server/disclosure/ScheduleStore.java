package org.heed.server.disclosure;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a schedule is made of. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ScheduleStore {
  private static final String NAME =
      "coalesce((select n.display_name from access.names(array[%s]) n), 'Somebody')";

  private final JdbcClient sql;

  public ScheduleStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  private JdbcClient.StatementSpec of(String query, UUID id, KnownAt known) {
    return sql.sql(query.replace("%k", KnownAt.FILTER).replace("%p", KnownAt.filter("p")))
        .param("case", id)
        .param("known", known.position());
  }

  private static String reports() {
    return """
    (select distinct on (f.report) f.report, f.linked from record.case_report f
     where f.case_file = :case and %k order by f.report, f.seq desc)
    """;
  }

  private List<ScheduleItem> items(JdbcClient.StatementSpec query, String kind) {
    return query
        .query((row, _) ->
            new ScheduleItem(
                row.getString(1),
                kind,
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getObject(6, UUID.class)))
        .list();
  }

  /** What the rulebook asked of a person, of every report that the case is or was about. */
  List<ScheduleItem> prompts(UUID id, KnownAt known) {
    return items(
        of(
            """
            select 'prompt:' || f.report || ':' || f.version || ':' || f.rule || ':' || g.rulebook,
              'Prompt of the program' || case f.ask when 'decision' then ', asking for a decision on exploitation'
                else ', asking somebody to look' end || ': ' || f.says || ' (rule ' || f.rule || ')',
              'Heed, report ' || r.reference || ', version ' || f.version,
              v.recorded_at, 'Heed, rulebook ' || g.rulebook, f.report
            from record.prompt f
            join
            """
                + reports()
                + """
                 l on l.report = f.report
                join record.report r on r.id = f.report
                join record.reading g on g.entry = f.entry and g.report = f.report and g.version = f.version
                left join record.report_version v on v.report = f.report and v.version = f.version
                where %k order by v.recorded_at, r.reference, f.version, f.rule, g.rulebook
                """,
            id,
            known),
        "Prompt");
  }

  /** Decisions that something is no exploitation. */
  List<ScheduleItem> noes(UUID id, KnownAt known) {
    return items(
        of(
            """
            select 'no:' || f.report || ':' || f.seq,
              'Decision that it is not child sexual exploitation' || coalesce(', but ' || f.instead, '') || ': ' || f.reason,
              'Heed, report ' || r.reference || ', decision ' || f.seq, f.decided_at,
            """
                + NAME.replace("%s", "access.author(f.entry)")
                + ", f.report from record.flag f join "
                + reports()
                + """
                 l on l.report = f.report
                join record.report r on r.id = f.report
                where f.decision = 'no' and %k order by f.decided_at, r.reference, f.seq
                """,
            id,
            known),
        "No");
  }

  /** Said of somebody whom a report names, of a report or of a member of the case, and undone. */
  List<ScheduleItem> undone(UUID id, KnownAt known) {
    return items(
        of(
            mention("link", "somebody named in the report is a person", "mention_person")
                + """
                union all
                select 'identity:' || f.a || ':' || f.b || ':' || f.seq,
                  case f.verdict when 'same' then 'That two records of people are one person'
                    else 'That two records of people are not one person' end
                    || ' was decided: ' || f.reason,
                  'Heed, people', d.at,
                """
                + NAME.replace("%s", "d.actor")
                + """
                , f.a from record.identity_decision f left join lateral access.decided(f.entry) d on true
                where %k and exists (
                  select 1 from record.mention_person p join
                """
                + reports()
                + """
                   l on l.report = p.report where p.same and p.person in (f.a, f.b) and %p)
                union all
                """
                + mention(
                    "thing",
                    "what the report names is a place, vehicle, phone or account",
                    "mention_thing")
                + """
                union all
                select 'tie:' || f.id,
                  'What a source says of two people whom reports name: ' || f.says
                    || case when f.confirmed then '' else ' (not confirmed)' end,
                  'Heed, report ' || r.reference, f.at, f.source, f.report
                from record.tie f join
                """
                + reports()
                + """
                 l on l.report = f.report
                join record.report r on r.id = f.report
                where %k
                union all
                select 'case-report:' || f.report || ':' || f.seq,
                  'That the case is about a report was undone: ' || f.reason,
                  'Heed, case ' || c.number || ', report ' || coalesce(
                    (select r.reference from record.report r where r.id = f.report), 'closed to you'), f.at,
                """
                + NAME.replace("%s", "f.by_account")
                + """
                , f.report from record.case_report f join record.case_file c on c.id = f.case_file
                where f.case_file = :case and not f.linked and %k
                union all
                select 'case-person:' || f.member || ':' || f.seq,
                  'That somebody is ' || f.role || ' in the case was undone: ' || f.reason,
                  'Heed, case ' || c.number, f.at,
                """
                + NAME.replace("%s", "f.by_account")
                + """
                , f.case_file from record.case_person f join record.case_file c on c.id = f.case_file
                where f.case_file = :case and not f.linked and %k
                order by 4, 1
                """,
            id,
            known),
        "Undone link");
  }

  /** Links of what a report names that were undone. */
  private static String mention(String kind, String that, String table) {
    return """
    select '%kind:' || f.mention || ':' || f.seq, 'That %that on record was undone: ' || f.reason,
      'Heed, report ' || r.reference, d.at, %who, f.report
    from record.%table f join %reports l on l.report = f.report
    join record.report r on r.id = f.report
    left join lateral access.decided(f.entry) d on true
    where not f.same and %k
    """
        .replace("%kind", kind)
        .replace("%that", that)
        .replace("%table", table)
        .replace("%who", NAME.replace("%s", "d.actor"))
        .replace("%reports", reports());
  }

  /** By which rulebooks its reports were read. */
  List<ScheduleItem> rulebooks(UUID id, KnownAt known) {
    return items(
        of(
            """
            select 'rulebook:' || f.rulebook,
              'The rulebook by which ' || count(distinct f.report)
                || case count(distinct f.report) when 1 then ' report of the case was read: '
                   else ' reports of the case were read: ' end
                || string_agg(distinct r.reference, ', ' order by r.reference),
              'Heed, rulebook ' || f.rulebook, min(v.recorded_at), 'The force’s registrar', cast(:case as uuid)
            from record.reading f join
            """
                + reports()
                + """
                 l on l.report = f.report
                join record.report r on r.id = f.report
                left join record.report_version v on v.report = f.report and v.version = f.version
                where %k group by f.rulebook order by min(v.recorded_at), f.rulebook
                """,
            id,
            known),
        "Rulebook");
  }

  /** Files attached to it and to its reports. */
  List<ScheduleItem> documents(UUID id, KnownAt known) {
    return items(
        of(
            """
            select 'document:' || f.id, 'Document: ' || f.says || ' (' || f.name || ')',
              'Heed, case ' || c.number || ', documents', f.at,
            """
                + NAME.replace("%s", "f.by_account")
                + """
                , f.id from record.document f join record.case_file c on c.id = f.case_file
                where f.case_file = :case and %k
                union all
                select 'document:' || f.id, 'Document: ' || f.says || ' (' || f.name || ')',
                  'Heed, report ' || r.reference || ', documents', f.at,
                """
                + NAME.replace("%s", "f.by_account")
                + ", f.id from record.document f join "
                + reports()
                + """
                 l on l.report = f.report
                join record.report r on r.id = f.report
                where %k order by 4, 6
                """,
            id,
            known),
        "Document");
  }

  /** That something is sensitive or not, and why. */
  record Decided(int seq, boolean sensitive, String reason) {
    /** Whether it is. */
    @Override
    public String toString() {
      return "Decided[" + sensitive + "]";
    }
  }

  /** What was last decided of each. */
  Map<String, Decided> decided(UUID id, KnownAt known) {
    Map<String, Decided> decided = new HashMap<>();
    of(
            """
            select distinct on (f.item) f.item, f.seq, f.sensitive, f.reason
            from record.disclosure_decision f
            where f.case_file = :case and %k order by f.item, f.seq desc
            """,
            id, known)
        .query(row -> {
          decided.put(
              row.getString(1), new Decided(row.getInt(2), row.getBoolean(3), row.getString(4)));
        });
    return decided;
  }

  /** The numbers given so far on a schedule. */
  Map<String, Integer> numbers(UUID id, PaperKind schedule) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    sql.sql(
            """
            select f.item, f.number from record.disclosure_item f
            where f.case_file = :case and f.schedule = :schedule order by f.number
            """)
        .param("case", id)
        .param("schedule", schedule.code())
        .query(row -> {
          numbers.put(row.getString(1), row.getInt(2));
        });
    return numbers;
  }
}
