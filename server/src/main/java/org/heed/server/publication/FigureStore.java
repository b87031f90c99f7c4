package org.heed.server.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.heed.server.publication.Part.Slot;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/**
 * Counting. Each unit is one row with its report, area, day and standing; counts and the records
 * behind them come from the same rows, so that they agree. Row security decides whose rows these
 * are. Only inside {@link org.heed.server.store.Acts}.
 */
@Repository
@SuppressWarnings("InlineFormatString") // the statements stand together, above what fills them
public class FigureStore {
  /** The newest version of each report that was known, with what was known of it. */
  private static final String REPORTS =
      """
      with version as materialized (
        select distinct on (f.report) f.report, f.version, f.area, f.occurred_from, f.reported_at,
          f.recorded_at
        from ROWS.report_version f where %s
        order by f.report, f.version desc),
      decided as materialized (
        select distinct on (f.report, f.crime) f.report, f.crime, f.decision, f.decided_at
        from ROWS.flag f where f.flag = 'CSE' and %s
        order by f.report, f.crime, f.seq desc),
      flagged as materialized (
        select report, min(decided_at) as at from decided where decision = 'yes' group by report),
      prompted as materialized (
        select distinct f.report from ROWS.reading f
        join version v on v.report = f.report and v.version = f.version
        where f.reread is null and f.ask is not null and f.ask <> 'nothing'
          and (cast(:rulebook as text) is null or f.rulebook = :rulebook) and %s),
      """;

  private static final String OF_REPORTS =
      """
      unit as (
        select v.report as id, v.report, v.area, v.occurred_from as occurred,
          v.reported_at as reported, v.recorded_at as recorded, g.at as flagged,
          p.report is not null as prompted, 'counted' as standing, null::text as offence
        from version v left join flagged g on g.report = v.report
        left join prompted p on p.report = v.report),
      """;

  /** A decision on the crime itself goes before one on its report. */
  private static final String OF_CRIMES =
      """
      first as (
        select f.crime, f.effective_at from ROWS.crime_state f where f.seq = 1 and %s),
      latest as (
        select distinct on (f.crime) f.crime, f.report, f.act, f.offence, f.counted
        from ROWS.crime_state f where %s order by f.crime, f.seq desc),
      unit as (
        select c.crime as id, c.report, v.area, v.occurred_from as occurred,
          v.reported_at as reported, s.effective_at as recorded,
          case when own.crime is not null then case when own.decision = 'yes' then own.decided_at end
            else case when whole.decision = 'yes' then whole.decided_at end end as flagged,
          p.report is not null as prompted,
          case when c.counted then 'counted' when c.act in ('cancelled', 'merged') then c.act
            else 'apart' end as standing,
          c.offence
        from latest c join first s on s.crime = c.crime join version v on v.report = c.report
        left join decided own on own.crime = c.crime
        left join decided whole on whole.report = c.report and whole.crime is null
        left join prompted p on p.report = c.report),
      """;

  private static final String OF_PEOPLE =
      """
      unit as (
        select m.person as id, v.report, v.area, v.occurred_from as occurred,
          v.reported_at as reported, v.recorded_at as recorded, g.at as flagged,
          p.report is not null as prompted,
          case when m.person is null then 'not-linked' else 'counted' end as standing,
          null::text as offence
        from %s m join version v on v.report = m.report
        left join flagged g on g.report = v.report
        left join prompted p on p.report = v.report
        where m.role in (%s)),
      """;

  /** As the database's function of that name, through the asker's own right to read reports. */
  private static final String OWN_PEOPLE =
      """
      (select f.id as mention, f.report, f.role, case when l.same then l.person end as person
       from record.mention f left join (
         select distinct on (link.mention) link.mention, link.person, link.same
         from record.mention_person link where %s order by link.mention, link.seq desc) l on l.mention = f.id
       where %s and not exists (
         select 1 from record.mention later
         where later.report = f.report and later.version > f.version and %s))\
      """;

  private static final String PLACED =
      """
      placed as materialized (
        select u.id, u.report, u.area, u.standing, u.offence, u.at,
          case when u.at is null then 'NOT_KNOWN'
            when u.at >= :from and u.at < :end then 'ASKED'
            when u.at >= :before and u.at < :from then 'BEFORE' end as slot,
          %s as bucket
        from (select unit.*, unit.%s as at from unit
              where (cast(:area as text) is null or area = :area) and %s) u)
      """;

  private final JdbcClient sql;

  public FigureStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  List<Group> count(Question question, KnownAt known, boolean pseudonymised) {
    String query =
        rows(question, pseudonymised)
            + """
            select slot, bucket, area,
              count(distinct id) filter (where standing = 'counted'),
              count(*) filter (where standing = 'not-linked'),
              count(distinct id) filter (where standing = 'apart'),
              count(distinct id) filter (where standing = 'cancelled')
            from placed where slot is not null
            group by grouping sets ((slot), (slot, bucket), (slot, area))
            having grouping(bucket) = 1 or bucket is not null
            """;
    return asked(query, question, known)
        .query((row, _) ->
            new Group(
                Slot.valueOf(row.getString(1)),
                row.getObject(2, LocalDate.class),
                row.getString(3),
                new Tally(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7))))
        .list();
  }

  /** How many of a week, by the question's clock, came in in a week. */
  record Arrival(LocalDate week, LocalDate came, long count) {}

  /**
   * When what is counted came in: the week it was recorded in or, of what counts because it is
   * flagged, flagged in if that is later. Weeks begin on Mondays.
   *
   * @param since the first week
   */
  List<Arrival> arrivals(Question question, KnownAt known, boolean pseudonymised, LocalDate since) {
    String came =
        question.definition() == Definition.CSE_FLAGGED
            ? "greatest(u.recorded, u.flagged)"
            : "u.recorded";
    String query =
        rows(question, pseudonymised)
            + String.format(
                Locale.ROOT,
                """
                select date_trunc('week', u.%1$s at time zone 'Europe/London')::date,
                  date_trunc('week', greatest(%2$s, u.%1$s) at time zone 'Europe/London')::date,
                  count(distinct u.id)
                from unit u
                where u.standing = 'counted' and %3$s and u.%1$s >= :since
                  and (cast(:area as text) is null or u.area = :area)
                group by 1, 2 order by 1, 2
                """,
                question.clock().code(),
                came,
                kept(question));
    return asked(query, question, known)
        .param("since", start(since))
        .query((row, _) ->
            new Arrival(
                row.getObject(1, LocalDate.class),
                row.getObject(2, LocalDate.class),
                row.getLong(3)))
        .list();
  }

  /** The records behind a part that are not closed to the asker, each unit once, by day. */
  Lineage records(
      Question question, KnownAt known, boolean pseudonymised, Part part, long skip, int most) {
    String behind =
        rows(question, pseudonymised)
            + """
            , behind as (
              select distinct on (id) id, report, area, at, offence from placed
              where slot = :slot and standing = 'counted'
                and (cast(:part as text) is null or area = :part)
                and report not in (select access.closed_to_me())
              order by id, at, report)
            """;
    long total =
        part(asked(behind + "select count(*) from behind", question, known), part)
            .query(Long.class)
            .single();
    List<Lineage.Row> rows =
        part(
                asked(
                    behind + "select * from behind order by at, id offset :skip limit :most",
                    question,
                    known),
                part)
            .param("skip", skip)
            .param("most", most)
            .query((row, _) -> row(row))
            .list();
    return new Lineage(total, rows);
  }

  /** Reports that are closed to whoever asks. */
  Set<UUID> closed() {
    return new HashSet<>(
        sql.sql("select c from access.closed_to_me() c")
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list());
  }

  /** How many records are behind the total, and what they are in one digest. */
  RecordsBehind behind(Question question, KnownAt known, boolean pseudonymised) {
    String query =
        rows(question, pseudonymised)
            + """
            select count(*), encode(sha256(convert_to(
              coalesce(string_agg(id::text || E'\\n', '' order by id), ''), 'UTF8')), 'hex')
            from (select distinct id from placed where slot = 'ASKED' and standing = 'counted') one
            """;
    return asked(query, question, known)
        .query((row, _) -> new RecordsBehind(row.getLong(1), row.getString(2)))
        .single();
  }

  /** How many people have a value of a characteristic, and how it was established. */
  record Recorded(
      String characteristic, @Nullable String value, @Nullable String basis, long people) {}

  /**
   * What is recorded of some people, as counts; nothing where there are fewer than the database
   * answers for.
   */
  List<Recorded> characteristics(List<UUID> people, KnownAt known) {
    return sql.sql(
            """
            select characteristic, value, basis, people
            from access.characteristics_counted(cast(:people as uuid[]), cast(:known as bigint))\
            """)
        .param("people", people.stream().map(UUID::toString).toArray(String[]::new))
        .param("known", known.position())
        .query((row, _) ->
            new Recorded(
                Objects.requireNonNull(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getLong(4)))
        .list();
  }

  /** The areas there were. */
  List<String> areas(KnownAt known, boolean pseudonymised) {
    String query =
        "select distinct f.area from ROWS.report_version f where "
            + KnownAt.FILTER
            + " order by f.area";
    return sql.sql(from(query, pseudonymised))
        .param("known", known.position())
        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }

  private static Lineage.Row row(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return new Lineage.Row(
        row.getObject("id", UUID.class),
        row.getObject("report", UUID.class),
        row.getString("area"),
        at == null ? null : at.toInstant(),
        row.getString("offence"));
  }

  private static StatementSpec part(StatementSpec statement, Part part) {
    return statement.param("slot", part.slot().name()).param("part", part.area());
  }

  private StatementSpec asked(String query, Question question, KnownAt known) {
    return sql.sql(query)
        .param("known", known.position())
        .param("area", question.area())
        .param("rulebook", question.rulebook())
        .param("before", start(question.firstDayBefore()))
        .param("from", start(question.from()))
        .param("end", start(question.to().plusDays(1)));
  }

  private static Timestamp start(LocalDate day) {
    return Timestamp.from(day.atStartOfDay(Words.LONDON).toInstant());
  }

  /** What follows is put together from constants alone; what people ask goes in as parameters. */
  private static String rows(Question question, boolean pseudonymised) {
    String filter = KnownAt.filter("f");
    String people =
        pseudonymised
            ? "access.people_counted(cast(:known as bigint))"
            : String.format(
                Locale.ROOT, OWN_PEOPLE, KnownAt.filter("link"), filter, KnownAt.filter("later"));
    String unit =
        switch (question.unit()) {
          case REPORTS -> OF_REPORTS;
          case CRIMES -> String.format(Locale.ROOT, OF_CRIMES, filter, filter);
          case CHILDREN -> String.format(Locale.ROOT, OF_PEOPLE, people, "'victim', 'subject'");
          case SUSPECTS -> String.format(Locale.ROOT, OF_PEOPLE, people, "'suspect'");
        };
    String bucket =
        switch (question.by()) {
          case MONTH -> period("month", "0");
          case QUARTER -> period("quarter", "0");
          case YEAR -> period("year", "3");
          case AREA -> "null::date";
        };
    String statement =
        String.format(Locale.ROOT, REPORTS, filter, filter, filter)
            + unit
            + String.format(Locale.ROOT, PLACED, bucket, question.clock().code(), kept(question));
    return from(statement, pseudonymised);
  }

  private static String kept(Question question) {
    return switch (question.definition()) {
      case ALL -> "true";
      case CSE_FLAGGED -> "flagged is not null";
      case PROMPTED -> "prompted";
    };
  }

  /** The record itself, or the part of it that shows what may be counted and no text. */
  private static String from(String statement, boolean pseudonymised) {
    return statement.replace("ROWS.", pseudonymised ? "counted." : "record.");
  }

  private static String period(String word, String months) {
    String shift = "interval '" + months + " months'";
    return "(date_trunc('"
        + word
        + "', u.at at time zone 'Europe/London' - "
        + shift
        + ") + "
        + shift
        + ")::date";
  }
}
