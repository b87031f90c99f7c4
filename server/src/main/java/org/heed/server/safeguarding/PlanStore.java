package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.safeguarding.CasePlan.Action;
import org.heed.server.safeguarding.CasePlan.ActionAct;
import org.heed.server.safeguarding.CasePlan.ActionState;
import org.heed.server.safeguarding.CasePlan.Decision;
import org.heed.server.safeguarding.CasePlan.Grade;
import org.heed.server.safeguarding.CasePlan.Line;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.heed.server.safeguarding.CasePlan.LineState;
import org.heed.server.safeguarding.CasePlan.Words;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries of plans. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class PlanStore {
  private static final Comparator<Action> BY_DUE =
      Comparator.comparing((Action one) -> !one.isOpen())
          .thenComparing(one -> one.now().dueAt())
          .thenComparing(Action::id);

  private final JdbcClient sql;

  public PlanStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The plans of cases as known; a case without a plan is left out. */
  Map<UUID, CasePlan> list(List<UUID> ids, KnownAt known) {
    UUID[] wanted = ids.toArray(UUID[]::new);
    Map<UUID, List<Action>> actions = Grouped.by(actions(wanted, known));
    Map<UUID, List<Decision>> decisions = Grouped.by(decisions(wanted, known));
    Map<UUID, List<Words>> words = Grouped.by(words(wanted, known));
    Map<UUID, List<Line>> lines = Grouped.by(lines(wanted, known));
    Map<UUID, List<Grade>> grades = Grouped.by(grades(wanted, known));
    Map<UUID, CasePlan> plans = new HashMap<>();
    for (UUID id : ids) {
      plans.put(
          id,
          new CasePlan(
              actions.getOrDefault(id, List.of()).stream().sorted(BY_DUE).toList(),
              decisions.getOrDefault(id, List.of()),
              words.getOrDefault(id, List.of()),
              lines.getOrDefault(id, List.of()),
              grades.getOrDefault(id, List.of())));
    }
    return plans;
  }

  private JdbcClient.StatementSpec of(String query, UUID[] ids, KnownAt known) {
    return sql.sql(query.replace("%1$s", KnownAt.FILTER))
        .param("ids", ids)
        .param("known", known.position());
  }

  private List<Grouped<Action>> actions(UUID[] ids, KnownAt known) {
    Map<UUID, List<ActionState>> states = new HashMap<>();
    of(
            """
            select f.action, f.seq, f.act, f.owner, f.agency, f.due_at, f.says, f.by_account, f.at
            from record.case_action_state f where f.case_file = any (:ids) and %1$s order by f.seq desc
            """,
            ids, known)
        .query(row -> {
          states
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new ActionState(
                      row.getInt(2),
                      ActionAct.parse(row.getString(3)),
                      row.getObject(4, UUID.class),
                      row.getString(5),
                      row.getTimestamp(6).toInstant(),
                      row.getString(7),
                      row.getObject(8, UUID.class),
                      row.getTimestamp(9).toInstant()));
        });
    return of(
            """
            select f.case_file, f.id, f.what, f.meeting, f.by_account, f.at
            from record.case_action f where f.case_file = any (:ids) and %1$s
            """,
            ids, known)
        .query((row, _) -> {
          UUID id = row.getObject(2, UUID.class);
          return Grouped.of(
              row,
              new Action(
                  id,
                  row.getString(3),
                  row.getObject(4, UUID.class),
                  row.getObject(5, UUID.class),
                  row.getTimestamp(6).toInstant(),
                  states.getOrDefault(id, List.of())));
        })
        .list();
  }

  private List<Grouped<Decision>> decisions(UUID[] ids, KnownAt known) {
    return of(
            """
            select e.case_file, e.id, e.decision, e.reason, e.decided_at, e.by_account, e.at,
              (select f.reason from record.case_decision f
               where f.case_file = e.case_file and f.withdraws = e.id and %1$s limit 1)
            from (select f.* from record.case_decision f
                  where f.case_file = any (:ids) and f.withdraws is null and %1$s) e
            order by e.decided_at desc, e.id
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new Decision(
                    row.getObject(2, UUID.class),
                    row.getString(3),
                    row.getString(4),
                    row.getTimestamp(5).toInstant(),
                    row.getObject(6, UUID.class),
                    row.getTimestamp(7).toInstant(),
                    row.getString(8))))
        .list();
  }

  private List<Grouped<Words>> words(UUID[] ids, KnownAt known) {
    return of(
            """
            select e.case_file, e.id, e.member, e.words, e.demeanour, e.said_at, e.said_to, e.by_account, e.at,
              (select f.words from record.case_words f
               where f.case_file = e.case_file and f.withdraws = e.id and %1$s limit 1)
            from (select f.* from record.case_words f
                  where f.case_file = any (:ids) and f.withdraws is null and %1$s) e
            order by e.said_at desc, e.id
            """,
            ids, known)
        .query((row, _) ->
            Grouped.of(
                row,
                new Words(
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getString(4),
                    row.getString(5),
                    row.getTimestamp(6).toInstant(),
                    row.getString(7),
                    row.getObject(8, UUID.class),
                    row.getTimestamp(9).toInstant(),
                    row.getString(10))))
        .list();
  }

  private List<Grouped<Line>> lines(UUID[] ids, KnownAt known) {
    Map<UUID, List<LineState>> states = new HashMap<>();
    of(
            """
            select f.line, f.seq, f.state, f.reason, f.by_account, f.at
            from record.case_line_state f where f.case_file = any (:ids) and %1$s order by f.seq desc
            """,
            ids, known)
        .query(row -> {
          states
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(
                  new LineState(
                      row.getInt(2),
                      LineAct.parse(row.getString(3)),
                      row.getString(4),
                      row.getObject(5, UUID.class),
                      row.getTimestamp(6).toInstant()));
        });
    return of(
            """
            select f.case_file, f.id, f.says, f.by_account, f.at
            from record.case_line f where f.case_file = any (:ids) and %1$s order by f.at, f.id
            """,
            ids, known)
        .query((row, _) -> {
          UUID id = row.getObject(2, UUID.class);
          return Grouped.of(
              row,
              new Line(
                  id,
                  row.getString(3),
                  row.getObject(4, UUID.class),
                  row.getTimestamp(5).toInstant(),
                  states.getOrDefault(id, List.of())));
        })
        .list();
  }

  private List<Grouped<Grade>> grades(UUID[] ids, KnownAt known) {
    return of(
            """
            select f.case_file, f.seq, f.grade, f.reason, f.by_account, f.at
            from record.case_grade f where f.case_file = any (:ids) and %1$s order by f.seq desc
            """,
            ids, known)
        .query((row, _) -> Grouped.of(row, grade(row)))
        .list();
  }

  private static Grade grade(ResultSet row) throws SQLException {
    return new Grade(
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getObject(5, UUID.class),
        row.getTimestamp(6).toInstant());
  }

  Optional<ActionState> action(UUID id, UUID action) {
    return sql.sql(
            """
            select f.seq, f.act, f.owner, f.agency, f.due_at, f.says, f.by_account, f.at
            from record.case_action_state f where f.case_file = :id and f.action = :action
            order by f.seq desc limit 1
            """)
        .param("id", id)
        .param("action", action)
        .query((row, _) ->
            new ActionState(
                row.getInt(1),
                ActionAct.parse(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getTimestamp(8).toInstant()))
        .optional();
  }

  Optional<LineState> line(UUID id, UUID line) {
    return sql.sql(
            """
            select f.seq, f.state, f.reason, f.by_account, f.at
            from record.case_line_state f where f.case_file = :id and f.line = :line
            order by f.seq desc limit 1
            """)
        .param("id", id)
        .param("line", line)
        .query((row, _) ->
            new LineState(
                row.getInt(1),
                LineAct.parse(row.getString(2)),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getTimestamp(5).toInstant()))
        .optional();
  }

  /** Whether a decision of the case stands. */
  boolean decisionStands(UUID id, UUID decision) {
    return stands(
        """
        select exists (select 1 from record.case_decision f
          where f.case_file = :id and f.id = :which and f.withdraws is null
            and not exists (select 1 from record.case_decision w
              where w.case_file = :id and w.withdraws = f.id))
        """,
        id,
        decision);
  }

  /** Whether what a child said stands in the case. */
  boolean wordsStand(UUID id, UUID words) {
    return stands(
        """
        select exists (select 1 from record.case_words f
          where f.case_file = :id and f.id = :which and f.withdraws is null
            and not exists (select 1 from record.case_words w
              where w.case_file = :id and w.withdraws = f.id))
        """,
        id,
        words);
  }

  private boolean stands(String query, UUID id, UUID which) {
    return sql.sql(query).param("id", id).param("which", which).query(Boolean.class).single();
  }

  int grades(UUID id) {
    return sql.sql("select coalesce(max(seq), 0) from record.case_grade where case_file = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /** Cases in which somebody has actions to do, of those open to the asker. */
  List<UUID> withActionsOf(UUID owner, int most) {
    return sql.sql(
            """
            select distinct s.case_file from record.case_action_state s
            where s.owner = :owner and s.act not in ('done', 'dropped')
              and not exists (select 1 from record.case_action_state later
                              where later.action = s.action and later.seq > s.seq)
            limit :most
            """)
        .param("owner", owner)
        .param("most", most)
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }
}
