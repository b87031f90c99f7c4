package org.heed.server.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The flag table's queries. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class FlagStore {
  private final JdbcClient sql;

  public FlagStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** How many decisions a report has, and its newest version. */
  record Before(int seq, int version) {}

  Before before(UUID report) {
    return sql.sql(
            """
            select (select coalesce(max(seq), 0) from record.flag where report = r.id),
                   (select max(version) from record.report_version where report = r.id)
            from record.report r where r.id = :report
            """)
        .param("report", report)
        .query((row, _) -> new Before(row.getInt(1), row.getInt(2)))
        .optional()
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you."));
  }

  /** A report's decisions, newest first, as known. */
  List<DecidedFlag> list(UUID report, KnownAt known) {
    return sql.sql(
            """
            select f.seq, f.decision, f.instead, f.route, f.reason, f.decided_at, access.author(f.entry)
            from record.flag f
            where f.report = :report and
            """
                + KnownAt.FILTER
                + " order by f.seq desc")
        .param("report", report)
        .param("known", known.position())
        .query((row, _) ->
            new DecidedFlag(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getTimestamp(6).toInstant(),
                Optional.ofNullable(row.getObject(7, UUID.class))))
        .list();
  }
}
