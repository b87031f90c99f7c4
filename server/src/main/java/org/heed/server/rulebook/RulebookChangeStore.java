package org.heed.server.rulebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals and what was decided on them. Only inside {@link org.heed.server.store.Acts}. */
@Repository
class RulebookChangeStore {
  private static final String CHANGES =
      """
      select c.id, c.base, c.rulebook, c.in_force, c.title, c.why, c.proposed_by, c.proposed_at,
        (select n.display_name from access.names(array[c.proposed_by]) n) as proposer
      from record.rulebook_change c
      """;
  private static final String DECISIONS =
      """
      select d.step, d.reason, d.decided_by, d.decided_at,
        (select n.display_name from access.names(array[d.decided_by]) n) as decider
      from record.rulebook_decision d
      where d.change = :change order by d.decided_at, d.entry
      """;

  private final JdbcClient sql;

  RulebookChangeStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Newest first. */
  List<RulebookChange> list() {
    return sql.sql(CHANGES + "order by c.proposed_at desc, c.id")
        .query((row, _) -> change(row))
        .list();
  }

  Optional<RulebookChange> find(UUID id) {
    return sql.sql(CHANGES + "where c.id = :id")
        .param("id", id)
        .query((row, _) -> change(row))
        .optional();
  }

  /** The archive of the rulebook as proposed. */
  Optional<byte[]> files(UUID id) {
    return sql.sql("select files from record.rulebook_change where id = :id")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  private RulebookChange change(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new RulebookChange(
        id,
        row.getString("base"),
        row.getString("rulebook"),
        row.getDate("in_force").toLocalDate(),
        row.getString("title"),
        row.getString("why"),
        row.getObject("proposed_by", UUID.class),
        Objects.requireNonNullElse(row.getString("proposer"), "Somebody"),
        row.getTimestamp("proposed_at").toInstant(),
        decisions(id));
  }

  private List<RulebookChange.Decision> decisions(UUID change) {
    return sql.sql(DECISIONS)
        .param("change", change)
        .query((row, _) ->
            new RulebookChange.Decision(
                RulebookChange.Step.valueOf(row.getString("step").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getObject("decided_by", UUID.class),
                Objects.requireNonNullElse(row.getString("decider"), "Somebody"),
                row.getTimestamp("decided_at").toInstant()))
        .list();
  }
}
