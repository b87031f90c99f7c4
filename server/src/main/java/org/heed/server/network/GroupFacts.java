package org.heed.server.network;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody held a group against its definition, as a fact of the cases of its reports. */
@Component
public class GroupFacts implements CaseFactSource {
  private final JdbcClient sql;

  public GroupFacts(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    Map<UUID, List<Timestamp>> evaluated = new HashMap<>();
    sql.sql(
            """
            select distinct x.report, f.decided_at
            from record.group_report x join record.group_decision f on f.id = x.decision
            where x.report = any (:ids) and f.decision <> 'undone' and %1$s
            """
                .replace("%1$s", KnownAt.FILTER))
        .param(
            "ids",
            cases.stream().flatMap(one -> one.reports().stream()).distinct().toArray(UUID[]::new))
        .param("known", known.position())
        .query(row -> {
          evaluated
              .computeIfAbsent(
                  Objects.requireNonNull(row.getObject(1, UUID.class)), _ -> new ArrayList<>())
              .add(Objects.requireNonNull(row.getTimestamp(2)));
        });
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (CaseScope scope : cases) {
      for (UUID report : scope.reports()) {
        for (Timestamp at : evaluated.getOrDefault(report, List.of())) {
          facts
              .computeIfAbsent(scope.id(), _ -> new ArrayList<>())
              .add(CaseFact.of("group-evaluated", at.toInstant(), "A decision on a group"));
        }
      }
    }
    return facts;
  }
}
