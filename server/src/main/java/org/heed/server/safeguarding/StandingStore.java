package org.heed.server.safeguarding;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.heed.rulebook.Standard;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queries that keep how cases stand. Only inside {@link org.heed.server.store.Acts}. */
@Repository
public class StandingStore {
  private final JdbcClient sql;

  public StandingStore(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** Finds cases that are about what changed; of how many reports and people. */
  long find(int most) {
    return sql.sql("select work.find_cases(:most)").param("most", most).query(Long.class).single();
  }

  /** Cases to be worked out: what came, then what time brought, then what another rulebook asks. */
  List<UUID> wanting(Instant now, String rulebook, int most) {
    Set<UUID> wanting = new HashSet<>();
    wanting.addAll(
        ids(
            """
            select case_file from work.case_changed where case_file is not null
            order by id limit :most
            """,
            now,
            rulebook,
            4 * most));
    if (wanting.size() < most) {
      wanting.addAll(
          ids(
              "select case_file from work.case_standing where next_at <= :now order by next_at"
                  + " limit :most",
              now,
              rulebook,
              most));
    }
    if (wanting.size() < most) {
      wanting.addAll(
          ids(
              """
              (select case_file from work.case_standing where rulebook < :rulebook limit :most)
              union all
              (select case_file from work.case_standing where rulebook > :rulebook limit :most)
              """,
              now,
              rulebook,
              most));
    }
    return wanting.stream().sorted().limit(most).toList();
  }

  /** As the other, of somebody's cases alone. */
  List<UUID> wanting(UUID owner, Instant now, String rulebook, int most) {
    return sql.sql(
            """
            select case_file from work.case_standing
            where owner = :owner and (next_at <= :now or rulebook <> :rulebook)
            order by case_file limit :most
            """)
        .param("owner", owner)
        .param("now", Timestamp.from(now))
        .param("rulebook", rulebook)
        .param("most", most)
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  private List<UUID> ids(String query, Instant now, String rulebook, int most) {
    return sql.sql(query)
        .param("now", Timestamp.from(now))
        .param("rulebook", rulebook)
        .param("most", most)
        .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
        .list();
  }

  /** Keeps others from working these out until the transaction ends. */
  void hold(UUID[] ids) {
    sql.sql(
            """
            select count(pg_advisory_xact_lock(hashtextextended(w.id::text, 230)))
            from (select id from unnest(:ids) as w (id) order by id) w
            """)
        .param("ids", ids)
        .query(Long.class)
        .single();
  }

  /** What asks for these now. What comes later asks again. */
  List<Long> asked(UUID[] ids) {
    return sql.sql("select id from work.case_changed where case_file = any (:ids)")
        .param("ids", ids)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void answered(Collection<Long> asked) {
    sql.sql("delete from work.case_changed where id = any (:asked)")
        .param("asked", asked.toArray(Long[]::new))
        .update();
  }

  /** How many cases ask to be worked out, up to a number. */
  long waiting(Instant now, String rulebook, int most) {
    return sql.sql(
            """
            select count(*) from (
              select case_file from work.case_changed where case_file is not null
              union select case_file from work.case_standing where next_at <= :now
              union select case_file from work.case_standing where rulebook < :rulebook
              union select case_file from work.case_standing where rulebook > :rulebook
              limit :most) w
            """)
        .param("now", Timestamp.from(now))
        .param("rulebook", rulebook)
        .param("most", most)
        .query(Long.class)
        .single();
  }

  /** Asks for every case to be worked out again. */
  void all() {
    sql.sql("insert into work.case_changed (case_file) select id from record.case_file").update();
  }

  Set<UUID> unopened(UUID[] ids) {
    return Set.copyOf(
        sql.sql("select c from access.cases_unopened(:ids) c")
            .param("ids", ids)
            .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
            .list());
  }

  void remove(UUID[] ids) {
    sql.sql("delete from work.case_clock where case_file = any (:ids)").param("ids", ids).update();
    sql.sql("delete from work.case_standing where case_file = any (:ids)")
        .param("ids", ids)
        .update();
  }

  void add(List<Standing> standings, String rulebook, Instant now) {
    sql.sql(
            """
            insert into work.case_standing (case_file, area, team, owner, open, oldest_report, children, grade,
              graded_by, unopened, past, late, stopped, next_at, closed_at, lines, suspects, rulebook, at)
            select w.*, :rulebook, :now
            from unnest(:ids, :areas, :teams, :owners, :open, cast(:oldest as timestamptz[]), :children, :grades,
              :graders, :unopened, :past, :late, :stopped, cast(:next as timestamptz[]), cast(:closed as timestamptz[]),
              :lines, :suspects) w
            """)
        .param("ids", column(standings, UUID[]::new, Standing::caseFile))
        .param("areas", column(standings, String[]::new, Standing::area))
        .param("teams", column(standings, String[]::new, Standing::team))
        .param("owners", column(standings, UUID[]::new, Standing::owner))
        .param("open", column(standings, Boolean[]::new, Standing::open))
        .param("oldest", column(standings, String[]::new, one -> one.oldestReport().toString()))
        .param("children", column(standings, Integer[]::new, one -> (int) one.children()))
        .param("grades", column(standings, String[]::new, StandingStore::grade))
        .param("graders", column(standings, UUID[]::new, StandingStore::grader))
        .param("unopened", column(standings, Boolean[]::new, Standing::unopened))
        .param("past", column(standings, Integer[]::new, one -> (int) one.past(now)))
        .param("late", column(standings, Integer[]::new, one -> (int) one.late(now)))
        .param("stopped", column(standings, Integer[]::new, one -> (int) one.stopped()))
        .param("next", column(standings, String[]::new, StandingStore::next))
        .param("closed", column(standings, String[]::new, StandingStore::closed))
        .param("lines", column(standings, Integer[]::new, one -> lines(one)))
        .param("suspects", column(standings, Integer[]::new, one -> suspects(one)))
        .param("rulebook", rulebook)
        .param("now", Timestamp.from(now))
        .update();
    List<Placed> parts = new ArrayList<>();
    standings.forEach(one -> {
      for (int place = 0; place < one.parts().size(); place++) {
        parts.add(new Placed(one, place, one.parts().get(place)));
      }
    });
    sql.sql(
            """
            insert into work.case_clock (case_file, place, area, open, about, standard, of_what, action, owner, state,
              asking, danger, due, nears, escalates, escalates_to, changes, stopped, stopped_by)
            select * from unnest(:ids, :places, :areas, :open, :abouts, :standards, :ofs, :actions, :owners, :states,
              :asking, :danger, cast(:due as timestamptz[]), cast(:nears as timestamptz[]),
              cast(:escalates as timestamptz[]), :escalatesTo, cast(:changes as timestamptz[]),
              cast(:stopped as timestamptz[]), :stoppedBy)
            """)
        .param("ids", column(parts, UUID[]::new, one -> one.of().caseFile()))
        .param("places", column(parts, Integer[]::new, Placed::place))
        .param("areas", column(parts, String[]::new, one -> one.of().area()))
        .param("open", column(parts, Boolean[]::new, one -> one.of().open()))
        .param("abouts", column(parts, String[]::new, one -> one.part().about()))
        .param("standards", column(parts, String[]::new, one -> one.part().standard()))
        .param("ofs", column(parts, String[]::new, one -> one.part().of()))
        .param("actions", column(parts, UUID[]::new, one -> one.part().action()))
        .param("owners", column(parts, UUID[]::new, one -> one.part().owner()))
        .param("states", column(parts, String[]::new, one -> one.part().state().word()))
        .param("asking", column(parts, Boolean[]::new, one -> one.part().asking()))
        .param("danger", column(parts, Boolean[]::new, one -> one.part().danger()))
        .param("due", column(parts, String[]::new, one -> text(one.part().due())))
        .param("nears", column(parts, String[]::new, one -> text(one.part().nears())))
        .param("escalates", column(parts, String[]::new, one -> text(one.part().escalates())))
        .param("escalatesTo", column(parts, String[]::new, one -> word(one.part().escalatesTo())))
        .param("stopped", column(parts, String[]::new, one -> text(one.part().stopped())))
        .param("stoppedBy", column(parts, String[]::new, one -> one.part().stoppedBy()))
        .param("changes", column(parts, String[]::new, one -> text(one.part().changes())))
        .update();
  }

  private record Placed(Standing of, int place, Standing.Part part) {}

  private static @Nullable String grade(Standing one) {
    CasePlan.Grade grade = one.grade();
    return grade == null ? null : grade.grade();
  }

  private static @Nullable UUID grader(Standing one) {
    CasePlan.Grade grade = one.grade();
    return grade == null ? null : grade.by();
  }

  private static @Nullable String closed(Standing one) {
    Standing.Early early = one.early();
    return early == null ? null : early.closedAt().toString();
  }

  private static int lines(Standing one) {
    Standing.Early early = one.early();
    return early == null ? 0 : (int) early.lines();
  }

  private static int suspects(Standing one) {
    Standing.Early early = one.early();
    return early == null ? 0 : (int) early.suspects();
  }

  private static @Nullable String next(Standing one) {
    return text(one.next().orElse(null));
  }

  private static @Nullable String word(Standard.@Nullable To to) {
    return to == null ? null : to.word();
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }

  private static <T, V> V[] column(
      List<T> rows, IntFunction<V[]> array, Function<T, ? extends @Nullable V> value) {
    V[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }
}
