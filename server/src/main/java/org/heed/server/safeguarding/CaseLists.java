package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Lists cases, and reports decided yes that no case is about; each list is an entry. */
@Service
public class CaseLists {
  /** Rows on a page. */
  public static final int PAGE = 25;

  private static final String LISTED =
      """
      from record.case_file c
      join lateral (select f.act from record.case_state f where f.case_file = c.id
                    order by f.seq desc limit 1) s on true
      join lateral (select f.owner, f.team from record.case_owner f where f.case_file = c.id
                    order by f.seq desc limit 1) o on true
      where (:area = '' or c.area = :area) and (:kind = '' or c.kind = :kind)
        and (:number = '' or starts_with(c.number, :number))
        and (:standing = '' or :standing = case s.act when 'closed' then 'closed'
                                                      when 'closure-proposed' then 'closing' else 'open' end
             or (:standing = 'open' and s.act = 'closure-proposed'))
        and (:owner = '' or (:owner = 'mine' and o.owner = :me) or (:owner = 'nobody' and o.owner is null))
      """;

  private static final String WANTED =
      """
      from record.report r
      join lateral (select f.decision, f.decided_at from record.flag f where f.report = r.id
                    order by f.seq desc limit 1) d on d.decision = 'yes'
      where not exists (select 1 from record.case_report l where l.report = r.id and l.linked
                        and not exists (select 1 from record.case_report later
                          where later.case_file = l.case_file and later.report = l.report
                            and later.seq > l.seq))
      """;

  private final Acts acts;
  private final JdbcClient sql;

  public CaseLists(Acts acts, Databases databases) {
    this.acts = acts;
    this.sql = JdbcClient.create(databases.app());
  }

  /** One page of a list, and how many the whole has. */
  public record Listed<T>(List<T> rows, long total, int page) {
    public Listed {
      rows = List.copyOf(rows);
    }

    /** How many pages the whole has, at least one. */
    public int pages() {
      return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }
  }

  /** A report decided yes that no case is about. */
  public record Wanted(UUID report, String reference, String area, Instant decidedAt) {}

  /** A page of cases, from 1, the longest open first. */
  public Listed<CaseRow> list(Caller caller, CaseFilter filter, int page) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "cases.listed",
        "find-case",
        () -> {
          long total =
              filtered("select count(*) " + LISTED, caller, filter).query(Long.class).single();
          int shown = Math.clamp(page, 1, (int) Math.max(1, (total + PAGE - 1) / PAGE));
          List<CaseRow> rows =
              filtered(
                      """
                      select c.id, c.number, c.kind, c.area, c.subject, c.opened_at, s.act, o.owner,
                        coalesce((select n.display_name from access.names(array[o.owner]) n), ''), o.team
                      """
                          + LISTED
                          + " order by c.opened_at, c.id limit :size offset :offset",
                      caller,
                      filter)
                  .param("size", PAGE)
                  .param("offset", (shown - 1) * PAGE)
                  .query((row, _) -> row(row))
                  .list();
          return new Acts.Seen<>(
              new Listed<>(rows, total, shown), rows.stream().map(CaseRow::id).toList());
        });
  }

  private JdbcClient.StatementSpec filtered(String query, Caller caller, CaseFilter filter) {
    return sql.sql(query)
        .param("area", filter.area())
        .param("kind", filter.kind())
        .param("standing", filter.standing())
        .param("owner", filter.owner())
        .param("number", filter.number().strip())
        .param("me", caller.account());
  }

  private static CaseRow row(ResultSet row) throws SQLException {
    return new CaseRow(
        row.getObject(1, UUID.class),
        row.getString(2),
        CaseKind.parse(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        CaseAct.parse(row.getString(7)),
        row.getObject(8, UUID.class),
        row.getString(9),
        row.getString(10));
  }

  /** Reports decided yes that no case is about, the oldest decision first. */
  public Listed<Wanted> wanted(Caller caller, int page) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "cases.wanted",
        "find-case",
        () -> {
          long total = sql.sql("select count(*) " + WANTED).query(Long.class).single();
          int shown = Math.clamp(page, 1, (int) Math.max(1, (total + PAGE - 1) / PAGE));
          List<Wanted> rows =
              sql.sql(
                      "select r.id, r.reference, r.area, d.decided_at "
                          + WANTED
                          + " order by d.decided_at, r.id limit :size offset :offset")
                  .param("size", PAGE)
                  .param("offset", (shown - 1) * PAGE)
                  .query((row, _) ->
                      new Wanted(
                          row.getObject(1, UUID.class),
                          row.getString(2),
                          row.getString(3),
                          row.getTimestamp(4).toInstant()))
                  .list();
          return new Acts.Seen<>(
              new Listed<>(rows, total, shown), rows.stream().map(Wanted::report).toList());
        });
  }

  /** Of each child of a case, by their place in it: the other cases that are for them. */
  public Map<UUID, List<OfReport>> own(Caller caller, UUID id) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "cases.of-its-children-listed",
        "read-case",
        () -> {
          Map<UUID, List<OfReport>> own = new HashMap<>();
          sql.sql(OWN)
              .param("id", id)
              .param("children", CaseRole.childCodes())
              .query(row -> {
                own.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                    .add(
                        new OfReport(
                            Objects.requireNonNull(row.getObject(2, UUID.class)),
                            row.getString(3),
                            CaseKind.parse(row.getString(4)),
                            row.getBoolean(5)));
              });
          return new Acts.Seen<>(
              own,
              own.values().stream().flatMap(List::stream).map(OfReport::id).distinct().toList());
        });
  }

  private static final String OWN =
      """
      with mine as (
        select m.member, coalesce((select case when l.same then l.person end from record.mention_person l
            where l.mention = m.mention order by l.seq desc limit 1), m.person) as person
        from (select distinct on (f.member) f.* from record.case_person f where f.case_file = :id
              order by f.member, f.seq desc) m
        where m.linked and m.role = any (:children))
      select distinct mine.member, c.id, c.number, c.kind,
        (select f.act from record.case_state f where f.case_file = c.id order by f.seq desc limit 1) <> 'closed'
      from mine cross join lateral (
        select o.case_file, o.member from record.case_person o where o.person = mine.person
        union
        select o.case_file, o.member from record.mention_person l
        join record.case_person o on o.mention = l.mention
        where l.person = mine.person and l.same) o
      join lateral (select n.role, n.linked from record.case_person n where n.member = o.member
                    order by n.seq desc limit 1) n on true
      join record.case_file c on c.id = o.case_file
      where c.id <> :id and n.linked and n.role = 'child' order by c.number
      """;

  /** A case that a report is in. */
  public record OfReport(UUID id, String number, CaseKind kind, boolean open) {}

  /** The cases about a report that are open to the asker. Only inside {@link Acts}. */
  public List<OfReport> of(UUID report) {
    return sql.sql(
            """
            select c.id, c.number, c.kind,
              (select f.act from record.case_state f where f.case_file = c.id order by f.seq desc limit 1) <> 'closed'
            from (select distinct on (f.case_file) f.case_file, f.linked from record.case_report f
                  where f.report = :report order by f.case_file, f.seq desc) l
            join record.case_file c on c.id = l.case_file
            where l.linked order by c.opened_at, c.id
            """)
        .param("report", report)
        .query((row, _) ->
            new OfReport(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getString(2),
                CaseKind.parse(row.getString(3)),
                row.getBoolean(4)))
        .list();
  }
}
