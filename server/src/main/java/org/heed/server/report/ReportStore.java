package org.heed.server.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.ledger.Digest;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The report tables' queries for recording. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class ReportStore {
  private static final String ONE = latest(":source", ":reference");
  private static final String EACH =
      "select l.* from unnest(cast(:sources as text[]), cast(:references as text[]))"
          + " as asked (source, reference) cross join lateral ("
          + latest("asked.source", "asked.reference")
          + ") l";

  private final JdbcClient sql;

  public ReportStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  record Latest(UUID report, int version, Digest contentHash) {}

  /** Of the reports whose source and reference are known already, the newest version. */
  Map<ReportKey, Latest> latest(Collection<NewReport> reports) {
    Map<ReportKey, Latest> found = new HashMap<>();
    asking(reports)
        .query(row -> {
          found.put(
              new ReportKey(row.getString(1), row.getString(2)),
              new Latest(row.getObject(3, UUID.class), row.getInt(4), Digest.of(row.getBytes(5))));
        });
    return found;
  }

  /** Those of the reports whose content two people had destroyed: they are not taken again. */
  Set<ReportKey> destroyed(Collection<NewReport> reports) {
    Set<ReportKey> found = new HashSet<>();
    sql.sql(
            """
            select source, reference
            from access.destroyed_among(cast(:sources as text[]), cast(:references as text[]))
            """)
        .param("sources", reports.stream().map(NewReport::source).toArray(String[]::new))
        .param("references", reports.stream().map(NewReport::reference).toArray(String[]::new))
        .query(row -> {
          found.add(new ReportKey(row.getString(1), row.getString(2)));
        });
    return found;
  }

  private JdbcClient.StatementSpec asking(Collection<NewReport> reports) {
    if (reports.size() == 1) {
      // Without an array, for whose length a plan would be made each time.
      NewReport report = reports.iterator().next();
      return sql.sql(ONE).param("source", report.source()).param("reference", report.reference());
    }
    return sql.sql(EACH)
        .param("sources", reports.stream().map(NewReport::source).toArray(String[]::new))
        .param("references", reports.stream().map(NewReport::reference).toArray(String[]::new));
  }

  /** The limit keeps it a look-up in the index, however many reports there are. */
  private static String latest(String source, String reference) {
    return """
    select r.source, r.reference, r.id, n.version, n.content_hash
    from record.report r
    cross join lateral (select version, content_hash from record.narrative
                        where report = r.id order by version desc limit 1) n
    where r.source = %s and r.reference = %s limit 1\
    """
        .replaceFirst("%s", source)
        .replaceFirst("%s", reference);
  }
}
