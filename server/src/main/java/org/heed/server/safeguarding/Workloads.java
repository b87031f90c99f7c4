package org.heed.server.safeguarding;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.rulebook.Period;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What is due and late for one person, and for a team. Clocks are worked out anew each time, for at
 * most so many cases: those that have been open longest.
 */
@Service
public class Workloads {
  /** Cases looked at for one list. */
  public static final int MOST = 500;

  private static final int MINUTES_OF_DANGER = 60;

  private static final String OPEN =
      """
      select c.id from record.case_file c
      join lateral (select f.act from record.case_state f where f.case_file = c.id
                    order by f.seq desc limit 1) s on s.act <> 'closed'
      join lateral (select f.owner, f.team from record.case_owner f where f.case_file = c.id
                    order by f.seq desc limit 1) o on true
      """;

  private final Acts acts;
  private final CaseStore cases;
  private final PlanStore plans;
  private final CaseClocks clocks;
  private final Clock clock;
  private final JdbcClient sql;

  public Workloads(
      Acts acts,
      CaseStore cases,
      PlanStore plans,
      CaseClocks clocks,
      Clock clock,
      Databases databases) {
    this.acts = acts;
    this.cases = cases;
    this.plans = plans;
    this.clocks = clocks;
    this.clock = clock;
    this.sql = JdbcClient.create(databases.app());
  }

  /** What the caller has to do, the most pressing first. */
  public List<WorkItem> mine(Caller caller) {
    caller.require(Right.CASES);
    return acts.plain(
        caller,
        () -> {
          Set<UUID> ids = new LinkedHashSet<>(owned(caller.account()));
          ids.addAll(plans.withActionsOf(caller.account(), MOST));
          return ids.isEmpty()
              ? List.of()
              : acts.look(
                  caller,
                  "work.listed",
                  "do-work",
                  () -> new Acts.Seen<>(items(caller.account(), List.copyOf(ids)), ids));
        });
  }

  private List<UUID> owned(UUID owner) {
    return sql.sql(
            """
            select o.case_file from record.case_owner o
            where o.owner = :owner
              and not exists (select 1 from record.case_owner later
                              where later.case_file = o.case_file and later.seq > o.seq)
              and (select f.act from record.case_state f where f.case_file = o.case_file
                   order by f.seq desc limit 1) <> 'closed'
            order by o.at limit :most
            """)
        .param("owner", owner)
        .param("most", MOST)
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  private List<WorkItem> items(UUID me, List<UUID> ids) {
    Instant now = clock.instant();
    List<CaseFile> files = cases.list(ids, KnownAt.NOW);
    Map<UUID, CasePlan> planned = plans.list(ids, KnownAt.NOW);
    List<CaseFile> mine =
        files.stream().filter(file -> me.equals(file.owner().owner()) && file.isOpen()).toList();
    Map<UUID, List<CaseClock>> told =
        clocks.of(mine.stream().map(CaseFile::scope).toList(), KnownAt.NOW);
    List<WorkItem> items = new ArrayList<>();
    for (CaseFile file : files) {
      for (CaseClock one : told.getOrDefault(file.id(), List.of())) {
        Optional<Instant> due = one.clock().deadline();
        if (one.isAsking() && due.isPresent()) {
          items.add(
              new WorkItem(
                  file.id(),
                  file.number(),
                  file.subject(),
                  one.clock().standard().title(),
                  WorkItem.Of.CLOCK,
                  isDanger(one),
                  due.get(),
                  one.isPast()));
        }
      }
      for (CasePlan.Action one : planned.getOrDefault(file.id(), CasePlan.EMPTY).openActions()) {
        if (me.equals(one.now().owner())) {
          items.add(
              new WorkItem(
                  file.id(),
                  file.number(),
                  file.subject(),
                  one.what(),
                  WorkItem.Of.ACTION,
                  false,
                  one.now().dueAt(),
                  one.isLate(now)));
        }
      }
    }
    items.sort(WorkItem.PRESSING);
    return items;
  }

  private static boolean isDanger(CaseClock one) {
    Period within = one.clock().standard().within();
    return within.unit() == Period.Unit.MINUTES && within.amount() <= MINUTES_OF_DANGER;
  }

  /**
   * A case of a team.
   *
   * @param children how many it has to keep safe
   * @param oldestReport when the oldest of its reports was recorded; or when it was opened
   * @param grade the grade that a named officer gave it, if one did
   * @param gradedBy that officer's name, or empty
   * @param unopened whether its owner has not opened it since it was given to them
   */
  public record TeamCase(
      CaseFile file,
      String ownerName,
      long children,
      Instant oldestReport,
      Optional<CasePlan.Grade> grade,
      String gradedBy,
      long past,
      long lateActions,
      boolean unopened) {
    /** The identifier only. */
    @Override
    public String toString() {
      return "TeamCase[" + file.id() + "]";
    }
  }

  /** What a team has, its pressing cases first; and how many there are in all. */
  public record Team(List<TeamCase> cases, long total, Instant now) {
    public Team {
      cases = List.copyOf(cases);
    }
  }

  /** The open cases of an area and a team, empty texts for any. */
  public Team team(Caller caller, String area, String team) {
    caller.require(Right.SUPERVISE);
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "team.listed",
        "supervise-team",
        () -> {
          String where = " where (:area = '' or c.area = :area) and (:team = '' or o.team = :team)";
          List<UUID> ids =
              sql.sql(OPEN + where + " order by c.opened_at, c.id limit :most")
                  .param("area", area)
                  .param("team", team)
                  .param("most", MOST)
                  .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                  .list();
          long total =
              ids.size() < MOST
                  ? ids.size()
                  : sql.sql("select count(*) from (" + OPEN + where + ") open")
                      .param("area", area)
                      .param("team", team)
                      .query(Long.class)
                      .single();
          return new Acts.Seen<>(new Team(teamCases(ids), total, clock.instant()), ids);
        });
  }

  private List<TeamCase> teamCases(List<UUID> ids) {
    Instant now = clock.instant();
    List<CaseFile> files = cases.list(ids, KnownAt.NOW);
    Map<UUID, CasePlan> planned = plans.list(ids, KnownAt.NOW);
    Map<UUID, List<CaseClock>> told =
        clocks.of(files.stream().map(CaseFile::scope).toList(), KnownAt.NOW);
    Set<UUID> unopened = unopened(ids);
    Map<UUID, String> names = cases.names(people(files, planned.values()));
    List<TeamCase> rows = new ArrayList<>();
    for (CaseFile file : files) {
      CasePlan plan = planned.getOrDefault(file.id(), CasePlan.EMPTY);
      UUID owner = file.owner().owner();
      rows.add(
          new TeamCase(
              file,
              owner == null ? "Nobody yet" : names.getOrDefault(owner, "Somebody"),
              file.people().stream().filter(one -> one.role().isChild()).count(),
              file.reports().stream()
                  .map(CaseFile.LinkedReport::recordedAt)
                  .min(Comparator.naturalOrder())
                  .orElse(file.openedAt()),
              plan.grade(),
              plan.grade().map(one -> names.getOrDefault(one.by(), "")).orElse(""),
              told.getOrDefault(file.id(), List.of()).stream().filter(CaseClock::isPast).count(),
              plan.actions().stream().filter(one -> one.isLate(now)).count(),
              unopened.contains(file.id())));
    }
    rows.sort(
        Comparator.comparing((TeamCase one) -> one.past() == 0 && one.lateActions() == 0)
            .thenComparing(TeamCase::oldestReport)
            .thenComparing(one -> one.file().id()));
    return rows;
  }

  private static Set<UUID> people(List<CaseFile> files, Collection<CasePlan> plans) {
    Set<UUID> people = new LinkedHashSet<>();
    files.forEach(file -> Optional.ofNullable(file.owner().owner()).ifPresent(people::add));
    plans.forEach(plan -> plan.grade().ifPresent(one -> people.add(one.by())));
    return people;
  }

  private Set<UUID> unopened(List<UUID> ids) {
    return Set.copyOf(
        sql.sql("select c from access.cases_unopened(:ids) c")
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list());
  }
}
