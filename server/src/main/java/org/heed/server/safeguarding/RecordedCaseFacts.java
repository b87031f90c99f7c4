package org.heed.server.safeguarding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people recorded in the case itself: its events, its owners, what was done to it as a whole.
 */
@Component
public class RecordedCaseFacts implements CaseFactSource {
  private final JdbcClient sql;

  public RecordedCaseFacts(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    UUID[] ids = cases.stream().map(CaseScope::id).toArray(UUID[]::new);
    sql.sql(
            """
            select e.case_file, e.kind, e.happened_at, e.of_what, e.reason, 'Recorded in the case'
            from record.case_event e
            where e.case_file = any (:ids) and e.withdraws is null and %1$s
              and not exists (select 1 from record.case_event f
                where f.case_file = e.case_file and f.withdraws = e.id and %2$s)
            union all
            select f.case_file, 'investigator-named', f.at, null, null, 'The case was given to somebody'
            from record.case_owner f
            where f.case_file = any (:ids) and f.owner is not null and %2$s
            union all
            select f.case_file, case f.act when 'opened' then 'investigation-opened'
                when 'reopened' then 'investigation-opened' when 'closed' then 'closure-signed'
                else f.act end,
              f.at, null, null, 'What was done to the case'
            from record.case_state f
            where f.case_file = any (:ids) and %2$s
            union all
            select f.case_file, 'investigation-closed', f.at, null, null, 'What was done to the case'
            from record.case_state f
            where f.case_file = any (:ids) and f.act = 'closed' and %2$s
            """
                .replace("%1$s", KnownAt.filter("e"))
                .replace("%2$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position())
        .query(row -> {
          facts
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new CaseFact(
                      row.getString(2),
                      row.getTimestamp(3).toInstant(),
                      row.getString(4),
                      row.getString(5),
                      row.getString(6)));
        });
    return facts;
  }
}
