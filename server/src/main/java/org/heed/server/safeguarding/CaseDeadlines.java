package org.heed.server.safeguarding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is to be done in open cases and by when, some cases at a time, for one of Heed's programs.
 */
@Service
public class CaseDeadlines {
  /** Cases of one step. */
  static final int STEP = 200;

  /** An action of a plan nears a day before it is due: no rulebook speaks of it. */
  private static final Duration ACTION = Duration.ofDays(1);

  private final Acts acts;
  private final CaseStore cases;
  private final PlanStore plans;
  private final CaseClocks clocks;
  private final JdbcClient sql;

  public CaseDeadlines(
      Acts acts, CaseStore cases, PlanStore plans, CaseClocks clocks, Databases databases) {
    this.acts = acts;
    this.cases = cases;
    this.plans = plans;
    this.clocks = clocks;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * The deadlines of the next open cases.
   *
   * @param last the case to go on after; null where there is none left
   */
  public record Step(List<UUID> cases, List<CaseDeadline> deadlines, @Nullable UUID last) {
    public Step {
      cases = List.copyOf(cases);
      deadlines = List.copyOf(deadlines);
    }
  }

  /** The deadlines of the open cases after one, in the order of their identifiers. */
  public Step after(Caller caller, @Nullable UUID last) {
    caller.require(Right.CASES);
    return acts.plain(
        caller,
        () -> {
          List<UUID> ids =
              sql.sql(
                      """
                      select c.id from record.case_file c
                      where (cast(:last as uuid) is null or c.id > :last)
                        and (select f.act from record.case_state f where f.case_file = c.id
                             order by f.seq desc limit 1) <> 'closed'
                      order by c.id limit :step
                      """)
                  .param("last", last)
                  .param("step", STEP)
                  .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                  .list();
          return new Step(ids, deadlines(ids), ids.size() < STEP ? null : ids.getLast());
        });
  }

  private List<CaseDeadline> deadlines(List<UUID> ids) {
    List<CaseFile> files = cases.list(ids, KnownAt.NOW);
    Map<UUID, CasePlan> planned = plans.list(ids, KnownAt.NOW);
    Map<UUID, List<CaseClock>> told =
        clocks.of(files.stream().map(CaseFile::scope).toList(), KnownAt.NOW);
    List<CaseDeadline> deadlines = new ArrayList<>();
    for (CaseFile file : files) {
      for (CaseClock one : told.getOrDefault(file.id(), List.of())) {
        Optional<Instant> due = one.clock().deadline();
        if (one.isAsking() && due.isPresent()) {
          Instant from = one.nearsFrom().orElse(due.get());
          deadlines.add(
              of(
                  file,
                  one.clock().standard().id() + one.of().map(of -> ":" + of).orElse(""),
                  due.get(),
                  Duration.between(from, due.get()),
                  file.owner().owner()));
        }
      }
      for (CasePlan.Action one : planned.getOrDefault(file.id(), CasePlan.EMPTY).openActions()) {
        deadlines.add(of(file, "action:" + one.id(), one.now().dueAt(), ACTION, one.now().owner()));
      }
    }
    return deadlines;
  }

  private static CaseDeadline of(
      CaseFile file, String about, Instant due, Duration warn, @Nullable UUID owner) {
    return new CaseDeadline(
        file.id(), file.number(), file.area(), about, due, due.minus(warn), due.plus(warn), owner);
  }
}
