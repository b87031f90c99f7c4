package org.heed.server.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The report tables' queries for recording. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ReportStore {
  private final JdbcClient sql;

  public ReportStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  record Latest(UUID report, int version, Digest contentHash) {}

  /** Of the reports whose source and reference are known already, the newest version. */
  Map<ReportKey, Latest> latest(Collection<NewReport> reports) {
    Map<ReportKey, Latest> found = new HashMap<>();
    sql.sql(
            """
            select r.source, r.reference, r.id, n.version, n.content_hash
            from unnest(cast(:sources as text[]), cast(:references as text[])) as asked (source, reference)
            join record.report r on r.source = asked.source and r.reference = asked.reference
            join lateral (select version, content_hash from record.narrative
                          where report = r.id order by version desc limit 1) n on true
            """)
        .param("sources", reports.stream().map(NewReport::source).toArray(String[]::new))
        .param("references", reports.stream().map(NewReport::reference).toArray(String[]::new))
        .query(row -> {
          found.put(
              new ReportKey(row.getString(1), row.getString(2)),
              new Latest(row.getObject(3, UUID.class), row.getInt(4), Digest.of(row.getBytes(5))));
        });
    return found;
  }
}
