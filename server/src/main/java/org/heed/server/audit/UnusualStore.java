package org.heed.server.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.heed.server.access.Role;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts of records opened, week by week and person by person. A week is seven days back from the
 * moment asked, not a calendar week, so that Monday's question is as good as Friday's. Colleagues
 * are those who share a role, opened anything, and are not the person themselves.
 */
@Repository
public class UnusualStore {
  private static final String QUERY =
      """
      with opened as (
        select e.actor, s.record,
          cast(floor(extract(epoch from cast(:now as timestamptz) - e.at) / 604800) as int) as week
        from ledger.entry e cross join lateral unnest(e.subjects) as s(record)
        where e.at > cast(:now as timestamptz) - interval '63 days'
          and e.at <= cast(:now as timestamptz)
          and e.rows = 0 and e.kind like '%.opened'
        group by 1, 2, 3),
      weekly as (
        select actor, week, count(*) as records from opened group by actor, week),
      people as (select distinct actor from weekly where week = 0),
      usual as (
        select p.actor, percentile_cont(0.5) within group (order by coalesce(w.records, 0)) as median
        from people p cross join generate_series(1, 8) as g(week)
          left join weekly w on w.actor = p.actor and w.week = g.week
        group by p.actor),
      granted as (
        select distinct on (account, role, area) account, role, area, granted, until
        from access.role_grant order by account, role, area, seq desc),
      held as (
        select account, role, area from granted
        where granted and (until is null or until > cast(:now as timestamptz))),
      colleagues as (
        select p.actor, percentile_cont(0.5) within group (order by w.records) as median
        from people p join weekly w on w.week = 0 and w.actor <> p.actor
        where exists (select 1 from held mine join held theirs on theirs.role = mine.role
          where mine.account = p.actor and theirs.account = w.actor)
        group by p.actor),
      outside as (
        select o.actor, count(*) as records
        from opened o
          cross join lateral (select access.area_of(o.record) as area) r
        where o.week = 0 and r.area is not null
          and exists (select 1 from held h where h.account = o.actor)
          and not exists (select 1 from held h where h.account = o.actor
            and (h.area is null or h.area = r.area))
        group by o.actor),
      restricted as (
        select o.account, count(distinct o.opened) as records
        from (select entry, account, report as opened from record.opening
              union all select entry, account, case_file from record.case_opening) o
          join ledger.entry e on e.id = o.entry
        where e.at > cast(:now as timestamptz) - interval '7 days'
          and e.at <= cast(:now as timestamptz)
        group by o.account)
      select p.actor, n.display_name, w.records as opened, u.median as usual,
        coalesce(c.median, -1) as colleagues, coalesce(x.records, 0) as outside,
        coalesce(r.records, 0) as restricted,
        array(select distinct h.role from held h where h.account = p.actor order by h.role) as roles
      from people p
        join weekly w on w.actor = p.actor and w.week = 0
        join usual u on u.actor = p.actor
        left join colleagues c on c.actor = p.actor
        left join outside x on x.actor = p.actor
        left join restricted r on r.account = p.actor
        left join access.names((select array_agg(actor) from people)) n on n.id = p.actor\
      """;

  private final JdbcClient sql;

  public UnusualStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  List<Looking> lastSevenDays(Instant now) {
    return sql.sql(QUERY)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, _) -> looking(row))
        .list();
  }

  private static Looking looking(ResultSet row) throws SQLException {
    UUID account = row.getObject("actor", UUID.class);
    @Nullable String name = row.getString("display_name");
    String[] roles = (String[]) row.getArray("roles").getArray();
    return new Looking(
        account,
        name == null ? account.toString() : name,
        Arrays.stream(roles).map(code -> Role.parse(code).title()).toList(),
        row.getLong("opened"),
        row.getDouble("usual"),
        row.getDouble("colleagues"),
        row.getLong("outside"),
        row.getLong("restricted"));
  }
}
