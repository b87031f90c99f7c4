package org.heed.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the log, which row security opens to auditors. */
@Repository
public class AuditStore {
  private final JdbcClient sql;

  public AuditStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  List<AuditEntry> entries(AuditQuestion question) {
    List<UUID> people = question.people();
    LocalDate day = question.day();
    return sql.sql(
            """
            with found as (
              select e.id, e.at, e.actor, e.kind, e.rows, e.subjects, e.purpose, l.position,
                e.taken_by
              from ledger.entry e left join ledger.leaf l on l.entry = e.id
              where (cast(:people as uuid[]) is null or e.actor = any (cast(:people as uuid[])))
                and (cast(:record as uuid) is null or e.subjects @> array[cast(:record as uuid)])
                and (cast(:kind as text) is null or e.kind = :kind
                  or e.kind like :kind || '.%')
                and (cast(:day as date) is null
                  or e.at >= cast(:day as date)::timestamp at time zone 'Europe/London'
                    and e.at < (cast(:day as date) + 1)::timestamp at time zone 'Europe/London')
                and (not :looks or e.rows = 0)
                and (cast(:before as uuid) is null
                  or (e.at, e.id) < (select b.at, b.id from ledger.entry b where b.id = :before))
              order by e.at desc, e.id desc limit :most)
            select f.*, n.display_name,
              case when f.taken_by is not null then coalesce(t.log, 'an export') end as taken_from
            from found f
              left join record.taken_back t on t.entry = f.taken_by
              left join access.names((select array_agg(distinct actor) from found)) n
                on n.id = f.actor
            order by f.at desc, f.id desc\
            """)
        .param("people", people == null ? null : people.toArray(UUID[]::new))
        .param("record", question.record())
        .param("kind", question.kind())
        .param("day", day)
        .param("looks", question.looksOnly())
        .param("before", question.before())
        .param("most", question.most())
        .query(AuditStore::entry)
        .list();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    UUID actor = row.getObject("actor", UUID.class);
    long position = row.getLong("position");
    Long placed = row.wasNull() ? null : position;
    return new AuditEntry(
        row.getObject("id", UUID.class),
        row.getTimestamp("at").toInstant(),
        actor,
        name(row, actor),
        row.getString("kind"),
        row.getInt("rows") > 0,
        Arrays.asList((UUID[]) row.getArray("subjects").getArray()),
        row.getString("purpose"),
        placed,
        row.getString("taken_from"));
  }

  private static String name(ResultSet row, UUID account) throws SQLException {
    @Nullable String name = row.getString("display_name");
    return name == null ? account.toString() : name;
  }

  List<Looker> lookers(UUID record) {
    return sql.sql(
            """
            with looked as (
              select e.actor, count(*) filter (where e.rows = 0) as looks,
                count(*) filter (where e.rows > 0) as changes,
                min(e.at) as first, max(e.at) as last
              from ledger.entry e
              where e.subjects @> array[cast(:record as uuid)] and e.kind not like 'audit.%'
              group by e.actor)
            select l.*, n.display_name
            from looked l
              left join access.names((select array_agg(actor) from looked)) n on n.id = l.actor
            order by l.last desc\
            """)
        .param("record", record)
        .query((row, _) -> {
          UUID actor = row.getObject("actor", UUID.class);
          return new Looker(
              actor,
              name(row, actor),
              row.getLong("looks"),
              row.getLong("changes"),
              row.getTimestamp("first").toInstant(),
              row.getTimestamp("last").toInstant());
        })
        .list();
  }

  /** Why a report or a case was opened while it was restricted. */
  List<OpeningReason> reasons(UUID record) {
    return sql.sql(
            """
            select o.account, n.display_name, e.at, o.until, o.reason
            from (select entry, account, until, reason, report as opened from record.opening
                  union all select entry, account, until, reason, case_file from record.case_opening) o
              join ledger.entry e on e.id = o.entry
              left join access.names(array[o.account]) n on n.id = o.account
            where o.opened = :record order by e.at desc\
            """)
        .param("record", record)
        .query((row, _) -> {
          UUID account = row.getObject("account", UUID.class);
          Timestamp until = row.getTimestamp("until");
          return new OpeningReason(
              account,
              name(row, account),
              row.getTimestamp("at").toInstant(),
              until.toInstant(),
              row.getString("reason"));
        })
        .list();
  }

  List<UUID> peopleNamed(String words, int most) {
    return sql.sql("select id from access.accounts_named(:words, :most)")
        .param("words", words)
        .param("most", most)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }
}
