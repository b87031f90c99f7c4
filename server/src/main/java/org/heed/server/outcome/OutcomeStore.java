package org.heed.server.outcome;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries of outcomes and measures. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class OutcomeStore {
  private static final String MEASURES =
      """
      select f.id, f.case_file, c.number, f.measure, f.title,
        coalesce(f.place, (select record.thing_label(t.id) from record.thing t where t.id = f.thing), p.name, 'Not said'),
        f.member, f.person, f.thing, f.conditions, f.reference, f.issued_at, f.expires_at,
        coalesce((select n.display_name from access.names(array[f.by_account]) n), '')
      from record.measure f
      join record.case_file c on c.id = f.case_file
      left join lateral (
        select coalesce(nullif(concat_ws(' ', v.given_name, v.family_name), ''), l.name,
          nullif(concat_ws(' ', m.given_name, m.family_name), '')) as name
        from record.case_person l
        left join record.mention m on m.id = l.mention
        left join lateral (select given_name, family_name from record.person_version w where w.person = l.person
                           order by w.version desc limit 1) v on true
        where l.member = f.member order by l.seq desc limit 1) p on true
      where %1$s and %2$s
      order by f.issued_at desc, f.id
      """;

  private final JdbcClient sql;

  public OutcomeStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The crimes of the reports that a case is about, with what became of them. */
  List<CrimeEnd> crimes(UUID caseFile) {
    Map<UUID, List<CrimeEnd.Given>> given = new HashMap<>();
    String ofCase =
        """
        (select l.report from record.case_report l where l.case_file = :case and l.linked
         and not exists (select 1 from record.case_report n
           where n.case_file = l.case_file and n.report = l.report and n.seq > l.seq))
        """;
    sql.sql(
            """
            select o.crime, o.code, o.title, o.reason, o.given_at,
              coalesce((select n.display_name from access.names(array[o.by_account]) n), '')
            from record.crime_outcome o where o.report in
            """
                + ofCase
                + " order by o.seq desc")
        .param("case", caseFile)
        .query(row -> {
          given
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new CrimeEnd.Given(
                      row.getString(2),
                      row.getString(3),
                      row.getString(4),
                      row.getTimestamp(5).toInstant(),
                      row.getString(6)));
        });
    return sql.sql(
            """
            select c.id, c.report, c.number, s.offence from record.crime c
            join lateral (select f.offence, f.act from record.crime_state f where f.crime = c.id
                          order by f.seq desc limit 1) s on s.act <> 'cancelled'
            where c.report in
            """
                + ofCase
                + " order by c.number")
        .param("case", caseFile)
        .query((row, _) -> {
          UUID crime = Objects.requireNonNull(row.getObject(1, UUID.class));
          return new CrimeEnd(
              crime,
              Objects.requireNonNull(row.getObject(2, UUID.class)),
              row.getString(3),
              row.getString(4),
              given.getOrDefault(crime, List.of()));
        })
        .list();
  }

  /**
   * A crime that ended in a charge or without action.
   *
   * @param victim the mention whom it was against, or null
   */
  record Ended(UUID report, String number, @Nullable UUID victim, boolean charged, Instant at) {}

  /** What became last of the crimes of reports, where that is a charge or no action. */
  List<Ended> ended(List<UUID> reports, KnownAt known) {
    return sql.sql(
            """
            select c.report, c.number, c.victim, o.ends, o.given_at
            from record.crime c
            join lateral (select f.ends, f.given_at from record.crime_outcome f
                          where f.crime = c.id and %1$s order by f.seq desc limit 1) o
              on o.ends in ('charged', 'no-action')
            where c.report = any (:reports) order by o.given_at, c.number
            """
                .replace("%1$s", KnownAt.FILTER))
        .param("reports", reports.toArray(UUID[]::new))
        .param("known", known.position())
        .query((row, _) ->
            new Ended(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getObject(3, UUID.class),
                "charged".equals(row.getString(4)),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  int given(UUID crime) {
    return sql.sql("select coalesce(max(seq), 0) from record.crime_outcome where crime = :crime")
        .param("crime", crime)
        .query(Integer.class)
        .single();
  }

  /** Places that the reports of a case mean, by label. */
  Map<UUID, String> places(UUID caseFile) {
    Map<UUID, String> places = new LinkedHashMap<>();
    sql.sql(
            """
            select t.id, record.thing_label(t.id) as label from record.thing t
            where t.kind = 'place' and t.id in (
              select m.thing from record.case_report l
              join record.mention_thing m on m.report = l.report and m.same
              where l.case_file = :case and l.linked)
            order by label, t.id
            """)
        .param("case", caseFile)
        .query(row -> {
          places.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return places;
  }

  List<IssuedMeasure> ofCases(List<UUID> cases, KnownAt known) {
    return measures("f.case_file = any (:ids)", cases, known);
  }

  List<IssuedMeasure> ofPeople(List<UUID> people, KnownAt known) {
    return measures("f.person = any (:ids)", people, known);
  }

  List<IssuedMeasure> ofThing(UUID thing) {
    return measures("f.thing = any (:ids)", List.of(thing), KnownAt.NOW);
  }

  private List<IssuedMeasure> measures(String where, List<UUID> ids, KnownAt known) {
    Map<UUID, List<IssuedMeasure.Step>> steps = new HashMap<>();
    UUID[] wanted = ids.toArray(UUID[]::new);
    sql.sql(
            """
            select s.measure, s.step, s.happened_at, s.says,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), '')
            from record.measure_step s join record.measure f on f.id = s.measure
            where %1$s and %2$s order by s.seq
            """
                .replace("%1$s", where)
                .replace("%2$s", KnownAt.filter("s")))
        .param("ids", wanted)
        .param("known", known.position())
        .query(row -> {
          steps
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new IssuedMeasure.Step(
                      MeasureStep.parse(row.getString(2)),
                      row.getTimestamp(3).toInstant(),
                      row.getString(4),
                      row.getString(5)));
        });
    return sql.sql(MEASURES.replace("%1$s", where).replace("%2$s", KnownAt.FILTER))
        .param("ids", wanted)
        .param("known", known.position())
        .query((row, _) -> {
          UUID id = Objects.requireNonNull(row.getObject(1, UUID.class));
          Timestamp expires = row.getTimestamp(13);
          return new IssuedMeasure(
              id,
              Objects.requireNonNull(row.getObject(2, UUID.class)),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getObject(7, UUID.class),
              row.getObject(8, UUID.class),
              row.getObject(9, UUID.class),
              row.getString(10),
              row.getString(11),
              row.getTimestamp(12).toInstant(),
              expires == null ? null : expires.toInstant(),
              row.getString(14),
              steps.getOrDefault(id, List.of()));
        })
        .list();
  }

  /** How many steps a measure of a case has; empty where there is none such. */
  Optional<Integer> steps(UUID caseFile, UUID measure) {
    return sql.sql(
            """
            select (select coalesce(max(s.seq), 0) from record.measure_step s where s.measure = f.id)
            from record.measure f where f.id = :measure and f.case_file = :case
            """)
        .param("measure", measure)
        .param("case", caseFile)
        .query(Integer.class)
        .optional();
  }

  /** How many measures of each kind were issued in a time, and how many of them were broken. */
  List<MeasureCount> counted(Instant since, Instant until, String area, KnownAt known) {
    return sql.sql(
            """
            select f.measure, max(f.title), count(*),
              count(*) filter (where exists (select 1 from record.measure_step s
                where s.measure = f.id and s.step = 'breached' and %2$s)),
              count(*) filter (where exists (select 1 from record.measure_step s
                where s.measure = f.id and s.step = 'reviewed' and %2$s))
            from record.measure f join record.case_file c on c.id = f.case_file
            where f.issued_at >= :since and f.issued_at < :until and (:area = '' or c.area = :area)
              and %1$s
            group by 1 order by 1
            """
                .replace("%1$s", KnownAt.FILTER)
                .replace("%2$s", KnownAt.filter("s")))
        .param("known", known.position())
        .param("since", Timestamp.from(since))
        .param("until", Timestamp.from(until))
        .param("area", area)
        .query((row, _) ->
            new MeasureCount(row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
        .list();
  }

  /** Measures of one kind. */
  public record MeasureCount(String title, long issued, long breached, long reviewed) {}
}
