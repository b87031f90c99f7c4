package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
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
    return list("where a.inspection = :id", inspection);
  }

  /** Those of every inspection, by their day. */
  List<InspectionAction> all() {
    return list("where cast(:id as uuid) is null", null);
  }

  private List<InspectionAction> list(String which, @Nullable UUID inspection) {
    Map<UUID, List<InspectionAction.State>> states = states(which, inspection);
    return sql.sql(
            """
            select a.id, a.inspection, a.kind, a.says, a.owner, a.owner_account,
              coalesce((select n.display_name from access.names(array[a.owner_account]) n), ''), a.due_on,
              coalesce((select n.display_name from access.names(array[a.by_account]) n), ''), a.at
            from record.inspection_action a
            """
                + which
                + " order by a.due_on, a.at, a.id")
        .param("id", inspection)
        .query((row, _) -> {
          UUID id = row.getObject(1, UUID.class);
          return new InspectionAction(
              id,
              row.getObject(2, UUID.class),
              Coded.parse(InspectionAction.Kind.values(), row.getString(3), "kind"),
              row.getString(4),
              row.getString(5),
              row.getObject(6, UUID.class),
              row.getString(7),
              row.getObject(8, LocalDate.class),
              row.getString(9),
              row.getTimestamp(10).toInstant(),
              states.getOrDefault(id, List.of()));
        })
        .list();
  }

  private Map<UUID, List<InspectionAction.State>> states(String which, @Nullable UUID inspection) {
    Map<UUID, List<InspectionAction.State>> states = new HashMap<>();
    sql.sql(
            """
            select s.action, s.seq, s.act, s.says, s.recheck,
              coalesce((select n.display_name from access.names(array[s.by_account]) n), ''), s.at
            from record.inspection_action_state s
            join record.inspection_action a on a.id = s.action
            """
                + which
                + " order by s.seq")
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
