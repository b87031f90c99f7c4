package org.heed.server.review;

import java.util.UUID;
import org.heed.server.access.Refused;
import org.heed.server.store.Databases;
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
}
