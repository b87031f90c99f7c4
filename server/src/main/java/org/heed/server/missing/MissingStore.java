package org.heed.server.missing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.person.PersonName;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.MeetingKind;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables' queries. Only inside {@link org.heed.server.store.Acts}.
 *
 * <p>What keeps it whole: an episode stands as the last of each of its facts says, so that every
 * query of it asks for the last in the same way, and none is changed.
 */
@Repository
public class MissingStore {
  private static final String EPISODE =
      """
      select f.id, f.person, p.given_name, p.family_name, p.date_of_birth, f.area,
        (select r.id from record.report r where r.id = f.report), f.last_seen_at, f.reported_at,
        f.reported_by, f.circumstances,
        coalesce((select n.display_name from access.names(array[f.recorded_by]) n), '')
      from record.missing_episode f
      join lateral (select v.given_name, v.family_name, v.date_of_birth from record.person_version v
        where v.person = f.person order by v.version desc limit 1) p on true
      """;

  private static final String HELD = "strategy-meeting-held";

  /** That the fact {@code f} was not withdrawn, as known; takes the parameter {@code known}. */
  private static final String HOLDS =
      " and not exists (select 1 from record.missing_withdrawal w where w.withdraws = f.entry and "
          + KnownAt.filter("w")
          + ") ";

  /** That the fact of an alias was not withdrawn, as things are now. */
  private static String holds(String alias) {
    return " not exists (select 1 from record.missing_withdrawal w where w.withdraws = "
        + alias
        + ".entry) ";
  }

  private static final String MISSING =
      holds("f")
          + "and not exists (select 1 from record.missing_found d where d.episode = f.id and"
          + holds("d")
          + ")";

  /** Found, and one of the interviews neither held nor declined. */
  private static final String OWING =
      holds("f")
          + "and exists (select 1 from record.missing_found d where d.episode = f.id and"
          + holds("d")
          + """
          )
          and exists (select 1 from (values ('prevention'), ('return')) k (kind)
            where coalesce((
              select i.outcome from record.missing_interview i
              where i.episode = f.id and i.kind = k.kind
                and i.outcome not in ('unavailable', 'available')
                and not (i.kind = 'return' and i.outcome = 'held' and i.independent is not true)
                and\
          """
          + holds("i")
          + "order by i.seq desc limit 1), '') not in ('held', 'declined'))";

  private final JdbcClient sql;

  public MissingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  Optional<Episode> find(UUID id) {
    return filled(
            sql.sql(EPISODE + "where f.id = :id")
                .param("id", id)
                .query((row, _) -> episode(row))
                .list(),
            KnownAt.NOW)
        .stream()
        .findFirst();
  }

  /** Those of people, the newest first, as known. */
  public List<Episode> of(Collection<UUID> people, KnownAt known) {
    return filled(
        sql.sql(
                EPISODE
                    + "where f.person = any (:people) and "
                    + KnownAt.FILTER
                    + HOLDS
                    + "order by f.reported_at desc, f.id")
            .param("people", people.toArray(UUID[]::new))
            .param("known", known.position())
            .query((row, _) -> episode(row))
            .list(),
        known);
  }

  /** Those who are missing now. */
  List<Episode> missing() {
    return filled(
        sql.sql(EPISODE + "where" + MISSING + " order by f.reported_at, f.id")
            .query((row, _) -> episode(row))
            .list(),
        KnownAt.NOW);
  }

  /** How many are missing now, and how many of those nobody has graded. */
  record Counts(long missing, long ungraded) {}

  Counts counts() {
    return sql.sql(
            """
            select count(*), count(*) filter (where not exists (
              select 1 from record.missing_grade g where g.episode = f.id))
            from record.missing_episode f where\
            """
                + MISSING)
        .query((row, _) -> new Counts(row.getLong(1), row.getLong(2)))
        .single();
  }

  /** How many are found and an interview is open. */
  long owingCount() {
    return sql.sql("select count(*) from record.missing_episode f where" + OWING)
        .query(Long.class)
        .single();
  }

  /** Those found whose interview is open, the longest known first. */
  List<Episode> owing(int from, int most) {
    return filled(
        sql.sql(
                EPISODE
                    + "where"
                    + OWING
                    + " order by f.reported_at, f.id offset :from limit :most")
            .param("from", from)
            .param("most", most)
            .query((row, _) -> episode(row))
            .list(),
        KnownAt.NOW);
  }

  /** People with more than one episode since a moment. */
  List<UUID> repeatedSince(Instant since) {
    return sql.sql(
            "select f.person from record.missing_episode f where f.reported_at >= :since and"
                + holds("f")
                + "group by f.person having count(*) > 1 order by f.person")
        .param("since", Timestamp.from(since))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** People with an episode since a moment whom no case is about. */
  List<UUID> withoutCase(Instant since) {
    return sql.sql(
            "select distinct f.person from record.missing_episode f where f.reported_at >= :since"
                + " and"
                + holds("f")
                + """
                and not exists (select 1 from record.case_person c
                  where c.person = f.person and c.linked and not exists (
                    select 1 from record.case_person n where n.member = c.member and n.seq > c.seq))
                order by f.person
                """)
        .param("since", Timestamp.from(since))
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** Who opened an episode. */
  UUID openedBy(UUID episode) {
    return sql.sql("select recorded_by from record.missing_episode where id = :id")
        .param("id", episode)
        .query(UUID.class)
        .single();
  }

  /** Those who supervise an area: for the program that gives notices. */
  List<UUID> supervisors(String area) {
    return sql.sql("select s from access.supervisors(:area) s order by s")
        .param("area", area)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  /** How many of these episodes somebody opened. */
  long openedBy(UUID account, List<UUID> episodes) {
    return sql.sql(
            """
            select count(*) from record.missing_episode e
            where e.id = any (:episodes) and e.recorded_by = :account
            """)
        .param("episodes", episodes.toArray(UUID[]::new))
        .param("account", account)
        .query(Long.class)
        .single();
  }

  /** Nobody else changes the episode until the transaction ends. */
  void hold(UUID id) {
    sql.sql("select pg_advisory_xact_lock(341, hashtext(:id))")
        .param("id", id.toString())
        .query((_, _) -> true)
        .list();
  }

  /** The entry of what holds of an episode: of an interview the last. */
  Optional<UUID> holding(UUID id, Withdrawal.What what) {
    String from =
        switch (what) {
          case EPISODE -> "from record.missing_episode f where f.id = :id and";
          case FOUND -> "from record.missing_found f where f.episode = :id and";
          case PREVENTION, RETURN ->
              "from record.missing_interview f where f.episode = :id and f.kind = :kind and";
        };
    boolean interview = what == Withdrawal.What.PREVENTION || what == Withdrawal.What.RETURN;
    return sql.sql(
            "select f.entry "
                + from
                + holds("f")
                + (interview ? "order by f.seq desc limit 1" : "limit 1"))
        .param("id", id)
        .param("kind", what.code())
        .query((row, _) -> row.getObject(1, UUID.class))
        .optional();
  }

  /** What was withdrawn of an episode, from the first. */
  List<Withdrawal> withdrawals(UUID id) {
    return sql.sql(
            """
            select w.what, w.reason,
              coalesce((select n.display_name from access.names(array[w.by_account]) n), ''), w.at
            from record.missing_withdrawal w where w.episode = :id order by w.at, w.entry
            """)
        .param("id", id)
        .query((row, _) ->
            new Withdrawal(
                Withdrawal.What.find(row.getString(1)).orElseThrow(),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /**
   * A report of a missing child that no episode belongs to.
   *
   * @param at when it was recorded
   */
  public record Unopened(UUID report, String reference, String area, Instant at) {}

  private static final String UNOPENED =
      """
      from record.report_version v join record.report r on r.id = v.report
      where v.kind = 'missing-episode' and v.version = 1 and v.recorded_at %s :since
        and not exists (select 1 from record.missing_episode e where e.report = r.id and\
      """
          + holds("e")
          + ")";

  private static String unopened(boolean before) {
    return UNOPENED.replace("%s", before ? "<" : ">=");
  }

  /** How many there are since a moment, or of the time before. */
  long unopenedCount(Instant since, boolean before) {
    return sql.sql("select count(*) " + unopened(before))
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /** The oldest first. */
  List<Unopened> unopened(Instant since, boolean before, int from, int most) {
    return sql.sql(
            "select r.id, r.reference, r.area, v.recorded_at "
                + unopened(before)
                + " order by v.recorded_at, r.id offset :from limit :most")
        .param("since", Timestamp.from(since))
        .param("from", from)
        .param("most", most)
        .query((row, _) ->
            new Unopened(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant()))
        .list();
  }

  /** What was found in these reports' newest readings, neither denied nor supposed. */
  List<Held.Finding> findings(Collection<UUID> reports) {
    return sql.sql(
            """
            select f.concept, f.family, count(distinct f.report), max(v.at),
              (array_agg(f.report order by v.at desc))[1]
            from record.finding f
            join lateral (select n.version, coalesce(n.occurred_from, n.recorded_at) as at
              from record.report_version n where n.report = f.report
              order by n.version desc limit 1) v on v.version = f.version
            where f.report = any (:reports) and f.context & 5 = 0
              and f.family in ('harm', 'exploiter-or-place', 'vulnerability')
            group by f.concept, f.family
            order by max(v.at) desc, f.concept
            """)
        .param("reports", reports.toArray(UUID[]::new))
        .query((row, _) ->
            new Held.Finding(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getTimestamp(4).toInstant(),
                row.getObject(5, UUID.class)))
        .list();
  }

  /**
   * What happened in cases about these people, and what they said, as far as the cases are open.
   */
  List<Held.Lived> lived(Collection<UUID> people, int most) {
    return sql.sql(
            """
            with theirs as (
              select distinct m.case_file, m.member
              from (select distinct on (p.member) p.* from record.case_person p
                    where p.case_file in (
                      select c.case_file from record.case_person c where c.person = any (:people))
                    order by p.member, p.seq desc) m
              where m.linked and m.person = any (:people))
            select s.at, s.kind, s.says, c.id, c.number
            from (
              select e.case_file, e.happened_at as at, e.kind, e.says
              from theirs m
              join record.case_event e on e.case_file = m.case_file
                and (e.of_what is null or e.of_what = m.member::text)
              where e.withdraws is null and not exists (select 1 from record.case_event w
                where w.case_file = e.case_file and w.withdraws = e.id)
              union all
              select w.case_file, w.said_at, null, w.words
              from theirs m
              join record.case_words w on w.case_file = m.case_file
                and (w.member is null or w.member = m.member)
              where w.withdraws is null and not exists (
                select 1 from record.case_words n where n.withdraws = w.id)) s
            join record.case_file c on c.id = s.case_file
            order by s.at desc limit :most
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("most", most)
        .query((row, _) ->
            new Held.Lived(
                row.getTimestamp(1).toInstant(),
                row.getString(2),
                row.getString(3) == null ? "" : row.getString(3),
                row.getObject(4, UUID.class),
                row.getString(5)))
        .list();
  }

  /** Whether more is held of these people that is closed to the asker. */
  boolean isMoreClosed(Collection<UUID> people) {
    return sql.sql("select access.held_closed(:people)")
        .param("people", people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Episodes with a grade since a moment in words that were pointed out and kept. */
  List<Episode> advisedSince(Instant since) {
    return filled(
        sql.sql(
                EPISODE
                    + "where"
                    + holds("f")
                    + """
                    and exists (select 1 from record.missing_grade g
                      where g.episode = f.id and g.advised is not null and g.at >= :since)
                    order by f.reported_at desc, f.id
                    """)
            .param("since", Timestamp.from(since))
            .query((row, _) -> episode(row))
            .list(),
        KnownAt.NOW);
  }

  long elsewhere(Collection<UUID> people) {
    return sql.sql("select access.reports_held_elsewhere(:people)")
        .param("people", people.toArray(UUID[]::new))
        .query(Long.class)
        .single();
  }

  /**
   * When strategy meetings were held about these people, or about all of a case in which they are
   * children, as far as those cases are open.
   */
  List<Instant> meetings(Collection<UUID> people) {
    return sql.sql(
            """
            with theirs as (
              select m.case_file, m.member
              from (select distinct on (p.member) p.* from record.case_person p
                    where p.case_file in (
                      select c.case_file from record.case_person c where c.person = any (:people))
                    order by p.member, p.seq desc) m
              where m.linked and m.person = any (:people) and m.role = any (:children))
            select e.happened_at as at
            from theirs m
            join record.case_event e on e.case_file = m.case_file
              and (e.of_what is null or e.of_what = m.member::text)
            where e.kind = :held and e.withdraws is null
              and not exists (select 1 from record.case_event w
                where w.case_file = e.case_file and w.withdraws = e.id)
            union
            select s.meets_at
            from theirs m
            join record.case_meeting c on c.case_file = m.case_file and c.kind = any (:meetings)
            cross join lateral (select n.act, n.meets_at from record.case_meeting_state n
              where n.meeting = c.id order by n.seq desc limit 1) s
            where s.act = 'held'
              and (c.children is null or m.member::text = any (string_to_array(c.children, ',')))
              and (not :police or exists (
                select 1 from (select distinct on (a.attendee) a.* from record.case_attendance a
                  where a.meeting = c.id order by a.attendee, a.seq desc) p
                where p.attends = 'present'
                  and coalesce(p.agency_kind = 'police', lower(p.agency) like '%police%')))
            order by at
            """)
        .param("people", people.toArray(UUID[]::new))
        .param("children", CaseRole.childCodes())
        .param("held", HELD)
        .param("meetings", MeetingKind.showing(HELD))
        .param("police", MeetingKind.STRATEGY_MEETING.needsPolice())
        .query((row, _) -> row.getTimestamp(1).toInstant())
        .list();
  }

  /** The reports open to the asker that carry this reference. */
  List<UUID> reports(String reference) {
    return sql.sql("select id from record.report where reference = :reference limit 2")
        .param("reference", reference)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  private static Episode episode(ResultSet row) throws SQLException {
    return new Episode(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        PersonName.of(row.getString(3), row.getString(4)),
        row.getObject(5, LocalDate.class),
        row.getString(6),
        row.getObject(7, UUID.class),
        instant(row.getTimestamp(8)),
        row.getTimestamp(9).toInstant(),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private List<Episode> filled(List<Episode> bare, KnownAt known) {
    UUID[] ids = bare.stream().map(Episode::id).toArray(UUID[]::new);
    Map<UUID, List<Episode.Graded>> grades = new HashMap<>();
    ask(
        """
        select f.episode, f.grade, f.reason, f.advised,
          coalesce((select n.display_name from access.names(array[f.by_account]) n), ''), f.at
        from record.missing_grade f where f.episode = any (:ids) and %s order by f.seq
        """,
        ids,
        known,
        row ->
            add(
                grades,
                row,
                new Episode.Graded(
                    RiskGrade.parse(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant())));
    Map<UUID, List<Episode.Found>> found = new HashMap<>();
    ask(
        """
        select f.episode, f.found_at, f.place, f.found_by, f.condition,
          coalesce((select n.display_name from access.names(array[f.by_account]) n), '')
        from record.missing_found f where f.episode = any (:ids) and %s %w
        """,
        ids,
        known,
        row ->
            add(
                found,
                row,
                new Episode.Found(
                    row.getTimestamp(2).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6))));
    Map<UUID, List<Interview>> interviews = new HashMap<>();
    ask(
        """
        select f.episode, f.kind, f.outcome, f.at, f.interviewer, f.independent, f.tried, f.result,
          coalesce((select n.display_name from access.names(array[f.by_account]) n), '')
        from record.missing_interview f where f.episode = any (:ids) and %s %w order by f.seq
        """,
        ids,
        known,
        row ->
            add(
                interviews,
                row,
                new Interview(
                    Interview.Kind.find(row.getString(2)).orElseThrow(),
                    Interview.Outcome.find(row.getString(3)).orElseThrow(),
                    row.getTimestamp(4).toInstant(),
                    row.getString(5),
                    row.getObject(6, Boolean.class),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9))));
    List<Episode> filled = new ArrayList<>(bare.size());
    for (Episode one : bare) {
      filled.add(
          new Episode(
              one.id(),
              one.person(),
              one.name(),
              one.born(),
              one.area(),
              one.report(),
              one.lastSeenAt(),
              one.reportedAt(),
              one.reportedBy(),
              one.circumstances(),
              one.recordedBy(),
              grades.getOrDefault(one.id(), List.of()),
              found.getOrDefault(one.id(), List.of()).stream().findFirst(),
              interviews.getOrDefault(one.id(), List.of())));
    }
    return filled;
  }

  /** What reads one row. */
  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void ask(String query, UUID[] ids, KnownAt known, Row each) {
    sql.sql(query.replace("%s", KnownAt.FILTER).replace("%w", HOLDS))
        .param("ids", ids)
        .param("known", known.position())
        .query(each::read);
  }

  private static <T> void add(Map<UUID, List<T>> all, ResultSet row, T one) throws SQLException {
    all.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>()).add(one);
  }

  int lastGrade(UUID episode) {
    return last(
        "select coalesce(max(seq), 0) from record.missing_grade where episode = :id", episode);
  }

  int lastInterview(UUID episode) {
    return last(
        "select coalesce(max(seq), 0) from record.missing_interview where episode = :id", episode);
  }

  private int last(String query, UUID episode) {
    return sql.sql(query).param("id", episode).query(Integer.class).single();
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
