package org.heed.server.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Cases referred back by inspections. A referral is a fact of its case, so that the standard that
 * asks for an answer has its clock there. Only inside {@link org.heed.server.store.Acts}.
 */
@Repository
public class ReferredBackStore implements CaseFactSource {
  private static final String REFERRAL =
      """
      select r.inspection, r.case_file, r.reason, r.by_account,
        coalesce((select n.display_name from access.names(array[r.by_account]) n), ''), r.at
      from record.inspection_referral r
      """;

  private final JdbcClient sql;

  public ReferredBackStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  List<ReferredBack> of(UUID inspection, UUID caseFile) {
    return sql.sql(REFERRAL + "where r.inspection = :id and r.case_file = :case order by r.at")
        .param("id", inspection)
        .param("case", caseFile)
        .query((row, _) -> referral(row))
        .list();
  }

  List<ReferredBack> of(UUID inspection) {
    return sql.sql(REFERRAL + "where r.inspection = :id order by r.at")
        .param("id", inspection)
        .query((row, _) -> referral(row))
        .list();
  }

  private static ReferredBack referral(ResultSet row) throws SQLException {
    return new ReferredBack(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getTimestamp(6).toInstant());
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    sql.sql(
            "select f.case_file, f.at, f.reason,"
                + " coalesce((select n.display_name from access.names(array[f.by_account]) n), '')"
                + " from record.inspection_referral f where f.case_file = any (:ids) and "
                + KnownAt.FILTER)
        .param("ids", cases.stream().map(CaseScope::id).toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          facts
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new CaseFact(
                      "referred-back",
                      row.getTimestamp(2).toInstant(),
                      null,
                      row.getString(3),
                      "An inspection",
                      null,
                      row.getString(4)));
        });
    return facts;
  }

  @Override
  public boolean isOfClosedCases() {
    return true;
  }
}
