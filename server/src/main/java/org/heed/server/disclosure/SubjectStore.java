package org.heed.server.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of requests. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class SubjectStore {
  private static final String NAME =
      "coalesce((select n.display_name from access.names(array[f.by_account]) n), '')";

  private final JdbcClient sql;

  private final RulebookInForce rulebook;

  public SubjectStore(Databases databases, RulebookInForce rulebook) {
    this.sql = JdbcClient.create(databases.app());
    this.rulebook = rulebook;
  }

  /** A person's, the newest first. */
  List<SubjectRequest> of(UUID person) {
    Map<UUID, Map<String, SubjectRequest.Decided>> decided = decided(person);
    Map<UUID, List<SubjectRequest.Happened>> steps = steps(person);
    return sql.sql(
            "select f.id, f.law, f.received_on, f.says, "
                + NAME
                + """
                , f.at from record.subject_request f
                where f.person = :person order by f.at desc, f.id
                """)
        .param("person", person)
        .query((row, _) -> {
          UUID id = row.getObject(1, UUID.class);
          AccessLaw law = AccessLaw.parse(row.getString(2));
          LocalDate received = row.getObject(3, LocalDate.class);
          return new SubjectRequest(
              id,
              person,
              law,
              received,
              law.limit(rulebook.rulebook(), received),
              row.getString(4),
              row.getString(5),
              row.getTimestamp(6).toInstant(),
              decided.getOrDefault(id, Map.of()),
              steps.getOrDefault(id, List.of()));
        })
        .list();
  }

  /** Those that are not answered, the one with the least time first. */
  List<SubjectAccess.Waiting> waiting() {
    return sql
        .sql(
            """
            select r.person, r.law, r.received_on from record.subject_request r
            where not exists (select 1 from record.subject_step s
              where s.request = r.id and s.step = 'released')
            order by r.received_on, r.id
            """)
        .query((row, _) -> {
          AccessLaw law = AccessLaw.parse(row.getString(2));
          LocalDate received = row.getObject(3, LocalDate.class);
          return new SubjectAccess.Waiting(
              row.getObject(1, UUID.class),
              law,
              received,
              law.limit(rulebook.rulebook(), received).lastDay(received));
        })
        .list()
        .stream()
        .sorted(Comparator.comparing(SubjectAccess.Waiting::answerBy))
        .toList();
  }

  private Map<UUID, Map<String, SubjectRequest.Decided>> decided(UUID person) {
    Map<UUID, Map<String, SubjectRequest.Decided>> decided = new HashMap<>();
    sql.sql(
            "select f.request, f.item, f.seq, f.choice, f.exemption, f.words, f.reason, "
                + NAME
                + """
                , f.by_account, f.at from record.subject_decision f
                join record.subject_request r on r.id = f.request
                where r.person = :person order by f.seq
                """)
        .param("person", person)
        .query(row -> {
          String exemption = row.getString(5);
          decided
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new HashMap<>())
              .put(
                  row.getString(2),
                  new SubjectRequest.Decided(
                      row.getInt(3),
                      Coded.parse(SubjectRequest.Given.values(), row.getString(4), "choice"),
                      exemption == null ? null : Exemption.find(exemption).orElse(null),
                      row.getString(6),
                      row.getString(7),
                      row.getString(8),
                      row.getObject(9, UUID.class),
                      row.getTimestamp(10).toInstant()));
        });
    return decided;
  }

  private Map<UUID, List<SubjectRequest.Happened>> steps(UUID person) {
    Map<UUID, List<SubjectRequest.Happened>> steps = new HashMap<>();
    sql.sql(
            "select f.request, f.seq, f.step, f.paper, f.says, "
                + NAME
                + """
                , f.by_account, f.at from record.subject_step f
                join record.subject_request r on r.id = f.request
                where r.person = :person order by f.seq
                """)
        .param("person", person)
        .query(row -> {
          steps
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new SubjectRequest.Happened(
                      row.getInt(2),
                      Coded.parse(SubjectRequest.Step.values(), row.getString(3), "step"),
                      row.getObject(4, UUID.class),
                      row.getString(5),
                      row.getString(6),
                      row.getObject(7, UUID.class),
                      row.getTimestamp(8).toInstant()));
        });
    return steps;
  }
}
