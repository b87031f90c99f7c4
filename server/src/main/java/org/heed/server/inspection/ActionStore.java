package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to change after inspections. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ActionStore {
  private final JdbcClient sql;

  public ActionStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Those of an inspection, by their day. */
  List<InspectionAction> of(UUID inspection) {
    Map<UUID, List<InspectionAction.State>> states = states(inspection);
    return sql.sql(
            """
            select a.id, a.kind, a.says, a.owner, a.due_on,
              coalesce((select n.display_name from access.names(array[a.by_account]) n), ''), a.at
            from record.inspection_action a where a.inspection = :id order by a.due_on, a.at, a.id
            """)
        .param("id", inspection)
        .query((row, _) -> {
          UUID id = row.getObject(1, UUID.class);
          return new InspectionAction(
              id,
              inspection,
              Coded.parse(InspectionAction.Kind.values(), row.getString(2), "kind"),
              row.getString(3),
              row.getString(4),
              row.getObject(5, LocalDate.class),
              row.getString(6),
              row.getTimestamp(7).toInstant(),
              states.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Map<UUID, List<InspectionAction.State>> states(UUID inspection) {
    Map<UUID, List<InspectionAction.State>> states = new HashMap<>();
    sql.sql(
            """
            select s.action, s.seq, s.act, s.says, s.recheck,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), ''), s.at
            from record.inspection_action_state s
            join record.inspection_action a on a.id = s.action
            where a.inspection = :id order by s.seq
            """)
        .param("id", inspection)
        .query(row -> {
          states
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new InspectionAction.State(
                      row.getInt(2),
                      Coded.parse(InspectionAction.Act.values(), row.getString(3), "act"),
                      row.getString(4),
                      row.getObject(5, UUID.class),
                      row.getString(6),
                      row.getTimestamp(7).toInstant()));
        });
    return states;
  }
}
