package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    Map<UUID, CaseScope> scopes =
        cases.stream().collect(Collectors.toMap(CaseScope::id, Function.identity()));
    UUID[] ids = cases.stream().map(CaseScope::id).toArray(UUID[]::new);
    sql.sql(
            """
            select e.case_file, e.kind, e.happened_at, e.of_what, e.reason, 'Recorded in the case', c.child, c.person
            from record.case_event e
            left join lateral (
              select case when p.role = any (:children) then p.member end as child,
                coalesce((select case when f.same then f.person end from record.mention_person f
                          where f.mention = p.mention and %2$s order by f.seq desc limit 1), p.person) as person
              from record.case_person p
              where p.case_file = e.case_file and p.member::text = e.of_what and %3$s
              order by p.seq desc limit 1) c on true
            where e.case_file = any (:ids) and e.withdraws is null and %1$s
              and not exists (select 1 from record.case_event f
                where f.case_file = e.case_file and f.withdraws = e.id and %2$s)
            union all
            select f.case_file, 'investigator-named', f.at, null, null, 'The case was given to somebody', null, null
            from record.case_owner f
            where f.case_file = any (:ids) and f.owner is not null and %2$s
            union all
            select f.case_file, case f.act when 'opened' then 'investigation-opened'
                when 'reopened' then 'investigation-opened' when 'closed' then
                  case when exists (select 1 from record.case_line n
                    join lateral (select l.state from record.case_line_state l
                      where l.line = n.id and l.at <= f.at and %4$s order by l.seq desc limit 1) l on l.state = 'open'
                    where n.case_file = f.case_file) then 'closure-signed-lines-open' else 'closure-signed' end
                else f.act end,
              f.at, null, null, 'What was done to the case', null, null
            from record.case_state f
            where f.case_file = any (:ids) and %2$s
            union all
            select f.case_file, 'investigation-closed', f.at, null, null, 'What was done to the case', null, null
            from record.case_state f
            where f.case_file = any (:ids) and f.act = 'closed' and %2$s
            union all
            select f.case_file, 'case-graded-' || f.grade, f.at, null, null, 'A grade that an officer gave', null, null
            from record.case_grade f
            where f.case_file = any (:ids) and %2$s
            """
                .replace("%1$s", KnownAt.filter("e"))
                .replace("%2$s", KnownAt.FILTER)
                .replace("%3$s", KnownAt.filter("p"))
                .replace("%4$s", KnownAt.filter("l")))
        .param("ids", ids)
        .param("children", CaseRole.childCodes())
        .param("known", known.position())
        .query(row -> {
          facts
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(fact(row, Objects.requireNonNull(scopes.get(row.getObject(1, UUID.class)))));
        });
    return facts;
  }

  /**
   * A child's own is of that child, also where they have another place in the case now; of one
   * taken out of the case, it is of nobody who is left.
   */
  private static CaseFact fact(ResultSet row, CaseScope scope) throws SQLException {
    UUID child = row.getObject(7, UUID.class);
    UUID person = row.getObject(8, UUID.class);
    return new CaseFact(
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        child == null ? row.getString(4) : null,
        row.getString(5),
        row.getString(6),
        child == null
            ? null
            : scope
                .child(child)
                .or(() -> person == null ? Optional.empty() : scope.childOf(person))
                .orElse(child.toString()));
  }
}
