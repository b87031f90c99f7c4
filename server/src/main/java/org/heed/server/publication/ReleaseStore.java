package org.heed.server.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who proposed and who signed releases. Only inside {@link org.heed.server.store.Acts}. */
@Repository
class ReleaseStore {
  private static final String STANDING =
      """
      select r.id, r.title, r.publisher, r.known_at, r.tables, r.frozen, r.proposed_by,
        r.proposed_at, d.signed, d.reason, d.manifest, d.decided_at,
        (select n.display_name from access.names(array[r.proposed_by]) n) as proposer,
        (select n.display_name from access.names(array[d.decided_by]) n) as decider
      from record.release r left join record.release_decision d on d.release = r.id
      """;

  private final JdbcClient sql;

  ReleaseStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Newest first. */
  List<ReleaseStanding> list() {
    return sql.sql(STANDING + "order by r.proposed_at desc, r.id")
        .query((row, _) -> standing(row))
        .list();
  }

  Optional<ReleaseStanding> find(String id) {
    return sql.sql(STANDING + "where r.id = :id")
        .param("id", id)
        .query((row, _) -> standing(row))
        .optional();
  }

  /** The hashes that a release is held to: what it is made from, and what was signed. */
  record Hashes(Digest frozen, @Nullable Digest manifest) {}

  Optional<Hashes> hashes(String id) {
    return sql.sql(STANDING + "where r.id = :id")
        .param("id", id)
        .query((row, _) -> {
          byte[] manifest = row.getBytes("manifest");
          return new Hashes(
              Digest.of(row.getBytes("frozen")), manifest == null ? null : Digest.of(manifest));
        })
        .optional();
  }

  private static ReleaseStanding standing(ResultSet row) throws SQLException {
    Timestamp decided = row.getTimestamp("decided_at");
    ReleaseStanding.Decision decision =
        decided == null
            ? null
            : new ReleaseStanding.Decision(
                row.getBoolean("signed"),
                Objects.requireNonNull(row.getString("reason")),
                Objects.requireNonNullElse(row.getString("decider"), "Somebody"),
                decided.toInstant());
    return new ReleaseStanding(
        row.getString("id"),
        row.getString("title"),
        row.getString("publisher"),
        row.getTimestamp("known_at").toInstant(),
        row.getInt("tables"),
        row.getObject("proposed_by", UUID.class),
        Objects.requireNonNullElse(row.getString("proposer"), "Somebody"),
        row.getTimestamp("proposed_at").toInstant(),
        decision);
  }
}
