package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.person.PersonName;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The case tables' queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class CaseStore {
  private final JdbcClient sql;

  public CaseStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** A case as it stands. */
  record Now(String area, int states, CaseAct act, int owners, @Nullable UUID owner, String team) {}

  Now now(UUID id) {
    return Optional.ofNullable(nows(List.of(id)).get(id)).orElseThrow(CaseStore::none);
  }

  /** Those of several that are open to the asker, as they stand. */
  Map<UUID, Now> nows(List<UUID> ids) {
    Map<UUID, Now> found = new HashMap<>();
    sql.sql(
            """
            select c.area, s.seq, s.act, o.seq, o.owner, o.team, c.id
            from record.case_file c
            join lateral (select seq, act from record.case_state f where f.case_file = c.id
                          order by seq desc limit 1) s on true
            join lateral (select seq, owner, team from record.case_owner f where f.case_file = c.id
                          order by seq desc limit 1) o on true
            where c.id = any (:ids)
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(row -> {
          found.put(
              row.getObject(7, UUID.class),
              new Now(
                  row.getString(1),
                  row.getInt(2),
                  CaseAct.parse(row.getString(3)),
                  row.getInt(4),
                  row.getObject(5, UUID.class),
                  row.getString(6)));
        });
    return found;
  }

  /** Whether a case of the asker's areas is closed to them until they open it with a reason. */
  boolean isClosed(UUID id) {
    return sql.sql("select exists (select 1 from access.restricted_case(:id))")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such case open to you.");
  }

  /** How often it was said of a report that the case is about it. */
  int saidOfReport(UUID id, UUID report) {
    return sql.sql(
            """
            select coalesce(max(seq), 0) from record.case_report
            where case_file = :id and report = :report
            """)
        .param("id", id)
        .param("report", report)
        .query(Integer.class)
        .single();
  }

  boolean isOpenReport(UUID report) {
    return sql.sql("select exists (select 1 from record.report where id = :report)")
        .param("report", report)
        .query(Boolean.class)
        .single();
  }

  /** The report with a reference, where one alone has it. */
  Optional<UUID> reportCalled(String reference) {
    List<UUID> found =
        sql.sql("select id from record.report where reference = :reference limit 2")
            .param("reference", reference)
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** A member's latest row. */
  record Member(int seq, NewCase.Member said, boolean linked) {}

  Optional<Member> member(UUID id, UUID member) {
    return sql.sql(
            """
            select seq, role, person, mention, name, born, linked from record.case_person
            where case_file = :id and member = :member order by seq desc limit 1
            """)
        .param("id", id)
        .param("member", member)
        .query((row, _) ->
            new Member(
                row.getInt(1),
                new NewCase.Member(
                    CaseRole.parse(row.getString(2)),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    row.getObject(6, LocalDate.class)),
                row.getBoolean(7)))
        .optional();
  }

  /** Whether an event of the case stands. */
  boolean stands(UUID id, UUID event) {
    return sql.sql(
            """
            select exists (select 1 from record.case_event f
              where f.case_file = :id and f.id = :event and f.withdraws is null
                and not exists (select 1 from record.case_event w where w.case_file = :id and w.withdraws = f.id))
            """)
        .param("id", id)
        .param("event", event)
        .query(Boolean.class)
        .single();
  }

  /** Those who may be given a case in an area, by name. */
  Map<UUID, String> caseworkers(String area) {
    Map<UUID, String> found = new java.util.LinkedHashMap<>();
    sql.sql("select id, display_name from access.caseworkers(:area)")
        .param("area", area)
        .query(row -> {
          found.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return found;
  }

  Map<UUID, String> names(Collection<UUID> accounts) {
    Map<UUID, String> names = new HashMap<>();
    sql.sql("select id, display_name from access.names(cast(:accounts as uuid[]))")
        .param("accounts", accounts.stream().distinct().toArray(UUID[]::new))
        .query(row -> {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return names;
  }

  /** These cases as known, in the order asked; those that are not open or known are left out. */
  List<CaseFile> list(List<UUID> ids, KnownAt known) {
    UUID[] wanted = ids.toArray(UUID[]::new);
    Map<UUID, List<CaseFile.State>> states = Grouped.by(states(wanted, known));
    Map<UUID, List<CaseFile.Owner>> owners = Grouped.by(owners(wanted, known));
    Map<UUID, List<CaseFile.LinkedReport>> reports = Grouped.by(reports(wanted, known));
    Map<UUID, List<CaseFile.Involved>> people = Grouped.by(people(wanted, known));
    Map<UUID, List<CaseFile.Event>> events = Grouped.by(events(wanted, known));
    Map<UUID, CaseFile> found = new HashMap<>();
    sql.sql(
            """
            select f.id, f.number, f.kind, f.area, f.subject, f.opened_from, f.reason, f.opened_by, f.opened_at,
              coalesce((select r.restricted from record.case_restriction r
                        where r.case_file = f.id order by r.seq desc limit 1), false)
            from record.case_file f where f.id = any (:ids) and
            """
                + KnownAt.FILTER)
        .param("ids", wanted)
        .param("known", known.position())
        .query(row -> {
          UUID id = Objects.requireNonNull(row.getObject(1, UUID.class));
          found.put(
              id,
              new CaseFile(
                  id,
                  row.getString(2),
                  CaseKind.parse(row.getString(3)),
                  row.getString(4),
                  row.getString(5),
                  row.getObject(6, UUID.class),
                  row.getString(7),
                  row.getObject(8, UUID.class),
                  row.getTimestamp(9).toInstant(),
                  states.getOrDefault(id, List.of()),
                  owners.getOrDefault(id, List.of()),
                  reports.getOrDefault(id, List.of()),
                  people.getOrDefault(id, List.of()),
                  events.getOrDefault(id, List.of()),
                  Map.of(),
                  known,
                  row.getBoolean(10)));
        });
    return Arrays.stream(wanted).map(found::get).filter(Objects::nonNull).toList();
  }

  private JdbcClient.StatementSpec of(String query, UUID[] ids, KnownAt known) {
    return sql.sql(query.replace("%1$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position());
  }

  private List<Grouped<CaseFile.State>> states(UUID[] ids, KnownAt known) {
    return of(
            """
            select f.case_file, f.seq, f.act, f.reason, f.still_open, f.by_account, f.at
            from record.case_state f where f.case_file = any (:ids) and %1$s order by f.seq desc
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new CaseFile.State(
                    row.getInt(2),
                    CaseAct.parse(row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, UUID.class),
                    row.getTimestamp(7).toInstant())))
        .list();
  }

  private List<Grouped<CaseFile.Owner>> owners(UUID[] ids, KnownAt known) {
    return of(
            """
            select f.case_file, f.seq, f.owner, f.team, f.reason, f.by_account, f.at
            from record.case_owner f where f.case_file = any (:ids) and %1$s order by f.seq desc
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new CaseFile.Owner(
                    row.getInt(2),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getString(5),
                    row.getObject(6, UUID.class),
                    row.getTimestamp(7).toInstant())))
        .list();
  }

  private List<Grouped<CaseFile.LinkedReport>> reports(UUID[] ids, KnownAt known) {
    return of(
            """
            select l.case_file, l.report, l.seq, r.reference, v.kind, v.recorded_at,
              (select f.decision from record.flag f where f.report = l.report and %1$s
               order by f.seq desc limit 1), l.reason, l.by_account, l.at
            from (select distinct on (f.case_file, f.report) f.* from record.case_report f
                  where f.case_file = any (:ids) and %1$s
                  order by f.case_file, f.report, f.seq desc) l
            join record.report r on r.id = l.report
            join lateral (select f.kind, f.recorded_at from record.report_version f
                          where f.report = l.report and %1$s order by f.version desc limit 1) v on true
            where l.linked order by v.recorded_at desc, l.report
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new CaseFile.LinkedReport(
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant(),
                    row.getString(7),
                    row.getString(8),
                    row.getObject(9, UUID.class),
                    row.getTimestamp(10).toInstant())))
        .list();
  }

  private List<Grouped<CaseFile.Involved>> people(UUID[] ids, KnownAt known) {
    return of(
            """
            select l.case_file, l.member, l.seq, l.role, l.person, l.mention,
              coalesce(v.given_name, m.given_name) as given, coalesce(v.family_name, m.family_name) as family,
              l.name, coalesce(v.date_of_birth, m.date_of_birth, l.born) as born,
              l.reason, l.by_account, l.at
            from (select distinct on (f.member) f.* from record.case_person f
                  where f.case_file = any (:ids) and %1$s order by f.member, f.seq desc) l
            left join lateral (select f.given_name, f.family_name, f.date_of_birth
                               from record.person_version f where f.person = l.person and %1$s
                               order by f.version desc limit 1) v on true
            left join record.mention m on m.id = l.mention
            where l.linked order by l.at, l.member
            """,
            ids, known)
        .query((row, _) -> Grouped.of(row, involved(row)))
        .list();
  }

  private static CaseFile.Involved involved(ResultSet row) throws SQLException {
    String typed = row.getString(9);
    return new CaseFile.Involved(
        row.getObject(2, UUID.class),
        row.getInt(3),
        CaseRole.parse(row.getString(4)),
        row.getObject(5, UUID.class),
        row.getObject(6, UUID.class),
        typed == null ? PersonName.of(row.getString(7), row.getString(8)) : typed,
        row.getObject(10, LocalDate.class),
        row.getString(11),
        row.getObject(12, UUID.class),
        row.getTimestamp(13).toInstant());
  }

  private List<Grouped<CaseFile.Event>> events(UUID[] ids, KnownAt known) {
    return of(
            """
            select e.case_file, e.id, e.kind, e.happened_at, e.of_what, e.reason, e.says, e.by_account, e.at,
              (select f.says from record.case_event f
               where f.case_file = e.case_file and f.withdraws = e.id and %1$s limit 1)
            from (select f.* from record.case_event f
                  where f.case_file = any (:ids) and f.withdraws is null and %1$s) e
            order by e.happened_at desc, e.id
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new CaseFile.Event(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getTimestamp(4).toInstant(),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getObject(8, UUID.class),
                    row.getTimestamp(9).toInstant(),
                    row.getString(10))))
        .list();
  }
}
