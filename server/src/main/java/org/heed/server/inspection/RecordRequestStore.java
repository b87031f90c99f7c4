package org.heed.server.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for linked records. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class RecordRequestStore {
  private final JdbcClient sql;

  public RecordRequestStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** What is linked to a case that the asker grades. */
  List<LinkedRecord> linked(UUID inspection, UUID caseFile) {
    return sql.sql(
            "select kind, id, what, area, on_day from access.linked_records(:inspection, :case)")
        .param("inspection", inspection)
        .param("case", caseFile)
        .query((row, _) ->
            new LinkedRecord(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, LocalDate.class)))
        .list();
  }

  /** Those of an inspection that are open to the asker, the latest first. */
  List<RecordRequest> list(UUID inspection) {
    Map<UUID, List<RecordRequest.Answer>> answers = answers(inspection);
    return sql.sql(
            """
            select r.id, r.inspection, r.case_file, r.kind, r.record, r.reason, r.by_account,
              coalesce((select n.display_name from access.names(array[r.by_account]) n), ''), r.at
            from record.inspection_request r where r.inspection = :id order by r.at desc, r.id
            """)
        .param("id", inspection)
        .query((row, _) -> request(row, answers))
        .list();
  }

  Optional<RecordRequest> find(UUID inspection, UUID id) {
    return list(inspection).stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private static RecordRequest request(ResultSet row, Map<UUID, List<RecordRequest.Answer>> answers)
      throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new RecordRequest(
        id,
        row.getObject(2, UUID.class),
        row.getObject(3, UUID.class),
        row.getString(4),
        row.getObject(5, UUID.class),
        row.getString(6),
        row.getObject(7, UUID.class),
        row.getString(8),
        row.getTimestamp(9).toInstant(),
        answers.getOrDefault(id, List.of()));
  }

  private Map<UUID, List<RecordRequest.Answer>> answers(UUID inspection) {
    Map<UUID, List<RecordRequest.Answer>> answers = new HashMap<>();
    sql.sql(
            """
            select g.request, g.granted, g.until, g.reason,
              coalesce((select n.display_name from access.names(array[g.by_account]) n), ''), g.at
            from record.inspection_request r join record.inspection_grant g on g.request = r.id
            where r.inspection = :id order by g.seq
            """)
        .param("id", inspection)
        .query(row -> {
          Timestamp until = row.getTimestamp(3);
          answers
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new RecordRequest.Answer(
                      row.getBoolean(2),
                      until == null ? null : until.toInstant(),
                      row.getString(4),
                      row.getString(5),
                      row.getTimestamp(6).toInstant()));
        });
    return answers;
  }
}
