package org.heed.server.network;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people decided about groups. Only inside {@link org.heed.server.store.Acts}. */
final class GroupStore {
  private final JdbcClient sql;

  GroupStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Every decision on a group that any of these is in, the newest first. */
  List<GroupDecision> of(Collection<UUID> people) {
    return sql.sql(
            """
            select f.id, f.definition, f.version, f.rulebook, f.decision, f.reason, f.suspects,
              f.children, f.reports, f.confirmed, f.decided_at, n.display_name
            from record.group_decision f
            cross join lateral access.decided(f.entry) d
            left join lateral access.names(array[d.actor]) n on true
            where f.id in (select s.decision from record.group_suspect s where s.person = any (:people))
            order by f.decided_at desc, f.id desc
            """)
        .param("people", people.toArray(UUID[]::new))
        .query((row, _) ->
            new GroupDecision(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                GroupVerdict.parse(row.getString(5)),
                row.getString(6),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                row.getBoolean(10),
                row.getTimestamp(11).toInstant(),
                String.valueOf(row.getString(12))))
        .list();
  }
}
