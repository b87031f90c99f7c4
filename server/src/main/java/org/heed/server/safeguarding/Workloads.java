package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.heed.rulebook.Standard;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What is due and late for one person, and for a team, as {@link Standings} keeps it. */
@Service
public class Workloads {
  /** Rows on a page. */
  public static final int PAGE = 50;

  /** Rows of a list that is not in pages. */
  public static final int MOST = 1_000;

  private static final String MINE =
      " from work.case_clock k where k.owner = :me and (k.asking or k.stopped is not null)";

  private static final String TEAM =
      """
       from work.case_standing s
      where s.open and (:area = '' or s.area = :area) and (:team = '' or s.team = :team)
      """;

  private final Acts acts;
  private final Standings standings;
  private final CaseStore cases;
  private final RulebookInForce rulebook;
  private final JdbcClient sql;

  public Workloads(
      Acts acts,
      Standings standings,
      CaseStore cases,
      RulebookInForce rulebook,
      Databases databases) {
    this.acts = acts;
    this.standings = standings;
    this.cases = cases;
    this.rulebook = rulebook;
    this.sql = JdbcClient.create(databases.app());
  }

  /**
   * Part of what somebody has to do.
   *
   * @param items the most pressing first
   * @param total how many things there are in all
   * @param late how many of all are past their time
   * @param page which part, from 1
   * @param waiting cases that are still being worked out
   */
  public record Work(List<WorkItem> items, long total, long late, int page, long waiting) {
    public Work {
      items = List.copyOf(items);
    }

    /** How many pages the whole has, at least one. */
    public int pages() {
      return pagesOf(total);
    }
  }

  private static int pagesOf(long total) {
    return (int) Math.max(1, (total + PAGE - 1) / PAGE);
  }

  /** A page of what the caller has to do. */
  public Work mine(Caller caller, int page) {
    return mine(caller, page, PAGE);
  }

  /** The most pressing of what the caller has to do, in one list. */
  public List<WorkItem> mine(Caller caller) {
    return mine(caller, 1, MOST).items();
  }

  private Work mine(Caller caller, int page, int size) {
    caller.require(Right.CASES);
    long waiting = standings.settleFor(caller.account());
    return acts.plain(
        caller,
        () -> {
          Instant now = acts.now();
          Count count = count(caller.account(), now);
          int shown = Math.clamp(page, 1, (int) Math.max(1, (count.total() + size - 1) / size));
          return count.total() == 0
              ? new Work(List.of(), 0, 0, 1, waiting)
              : acts.look(
                  caller,
                  "work.listed",
                  "do-work",
                  () -> {
                    List<WorkItem> items = items(caller.account(), now, size, (shown - 1) * size);
                    Set<UUID> ids = new LinkedHashSet<>();
                    items.forEach(one -> ids.add(one.caseFile()));
                    return new Acts.Seen<>(
                        new Work(items, count.total(), count.late(), shown, waiting), ids);
                  });
        });
  }

  private record Count(long total, long late) {}

  private Count count(UUID me, Instant now) {
    return sql.sql("select count(*), count(*) filter (where k.due < :now)" + MINE)
        .param("me", me)
        .param("now", Timestamp.from(now))
        .query((row, _) -> new Count(row.getLong(1), row.getLong(2)))
        .single();
  }

  /** Danger first, then what is past, then by the time left. */
  private List<WorkItem> items(UUID me, Instant now, int size, int offset) {
    UnaryOperator<String> titles = titles();
    return sql.sql(
            """
            select k.case_file, c.number, c.subject, k.standard, a.what, k.danger, k.due,
              coalesce(k.due < :now, false), k.stopped, k.stopped_by
            from (select k.*
            """
                + MINE
                + """
                       order by k.danger desc, coalesce(k.due < :now, false) desc, k.due, k.case_file, k.place
                      limit :size offset :offset) k
                join record.case_file c on c.id = k.case_file
                left join record.case_action a on a.id = k.action
                order by k.danger desc, coalesce(k.due < :now, false) desc, k.due, k.case_file, k.place
                """)
        .param("me", me)
        .param("now", Timestamp.from(now))
        .param("size", size)
        .param("offset", offset)
        .query((row, _) -> item(row, titles))
        .list();
  }

  private static WorkItem item(ResultSet row, UnaryOperator<String> titles) throws SQLException {
    String standard = row.getString(4);
    return new WorkItem(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        standard == null ? row.getString(5) : titles.apply(standard),
        standard == null ? WorkItem.Of.ACTION : WorkItem.Of.CLOCK,
        row.getBoolean(6),
        moment(row, 7),
        row.getBoolean(8),
        moment(row, 9),
        row.getString(10));
  }

  private static @Nullable Instant moment(ResultSet row, int column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  /** Standards by their titles: those of the rulebook in force. */
  private UnaryOperator<String> titles() {
    Map<String, String> titles = new HashMap<>();
    for (Standard standard : rulebook.rulebook().standards()) {
      titles.put(standard.id(), standard.title());
    }
    return id -> titles.getOrDefault(id, id);
  }

  /**
   * A case of a team.
   *
   * @param ownerName who has it, or that nobody does
   * @param children how many it has to keep safe
   * @param oldestReport when the oldest of its reports was recorded; or when it was opened
   * @param grade the grade that a named officer gave it, or empty
   * @param gradedBy that officer's name, or empty
   * @param past clocks past with nothing that shows them done
   * @param lateActions actions past their day
   * @param stopped clocks that stand still
   * @param unopened whether its owner has not opened it since it was given to them
   */
  public record TeamCase(
      UUID id,
      String subject,
      String team,
      String ownerName,
      long children,
      Instant oldestReport,
      String grade,
      String gradedBy,
      long past,
      long lateActions,
      long stopped,
      boolean unopened) {
    /** The identifier only. */
    @Override
    public String toString() {
      return "TeamCase[" + id + "]";
    }
  }

  /**
   * What of a team's work one owner has, or nobody.
   *
   * @param past clocks past
   * @param late actions late
   */
  public record Share(String owner, long cases, long children, long past, long late) {}

  /** How many of the cases that wait have an oldest report of the last week, month, or before. */
  public record Waiting(long week, long month, long longer) {}

  /**
   * What waits: cases that nobody has, or that their owners have not opened.
   *
   * @param waiting by how old the oldest of their reports is
   * @param grades how many cases have each grade that officers gave; empty: none was given
   */
  public record Backlog(
      long nobodys,
      long unopened,
      long children,
      @Nullable Instant oldestReport,
      Waiting waiting,
      Map<String, Long> grades) {
    public Backlog {
      grades = Map.copyOf(grades);
    }
  }

  /**
   * What a team has.
   *
   * @param cases a part, those that ask for something first, then by the age of the oldest report
   * @param total how many cases there are in all
   * @param shares of all of them, whoever has most that is past first
   * @param teams names of teams that have cases
   * @param waiting cases that are still being worked out
   */
  public record Team(
      List<TeamCase> cases,
      long total,
      int page,
      Backlog backlog,
      List<Share> shares,
      List<String> teams,
      long waiting,
      Instant now) {
    public Team {
      cases = List.copyOf(cases);
      shares = List.copyOf(shares);
      teams = List.copyOf(teams);
    }

    /** How many pages the whole has, at least one. */
    public int pages() {
      return pagesOf(total);
    }
  }

  /** A page of the open cases of an area and a team, empty texts for any. */
  public Team team(Caller caller, String area, String team, int page) {
    caller.require(Right.SUPERVISE);
    caller.require(Right.CASES);
    long waiting = standings.settleFor(caller.account());
    return acts.look(
        caller,
        "team.listed",
        "supervise-team",
        () -> {
          List<Held> held = held(area, team);
          long total = held.stream().mapToLong(Held::cases).sum();
          int shown = Math.clamp(page, 1, pagesOf(total));
          List<TeamCase> rows = rows(area, team, (shown - 1) * PAGE);
          Team found =
              new Team(
                  rows,
                  total,
                  shown,
                  backlog(area, team),
                  shares(held),
                  teams(area),
                  waiting,
                  acts.now());
          return new Acts.Seen<>(found, rows.stream().map(TeamCase::id).toList());
        });
  }

  /** All open cases of an area and a team, empty texts for any: to give them in one act. */
  public List<UUID> fitting(Caller caller, String area, String team) {
    caller.require(Right.SUPERVISE);
    caller.require(Right.CASES);
    standings.settleFor(caller.account());
    return acts.look(
        caller,
        "team.listed",
        "supervise-team",
        () -> {
          List<UUID> all =
              of("select s.case_file" + TEAM + " order by s.case_file limit :most", area, team)
                  .param("most", MOST + 1)
                  .query((row, _) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                  .list();
          return new Acts.Seen<>(all, all);
        });
  }

  private List<TeamCase> rows(String area, String team, int offset) {
    return of(
            """
            select s.case_file, c.subject, s.team, s.owner, s.children, s.oldest_report, coalesce(s.grade, ''),
              s.past, s.late, s.unopened, s.stopped,
              coalesce((select n.display_name from access.names(array[s.owner]) n), 'Nobody yet'),
              coalesce((select n.display_name from access.names(array[s.graded_by]) n), '')
            from (select s.*
            """
                + TEAM
                + """
                      order by (s.past + s.late) > 0 desc, s.oldest_report, s.case_file
                      limit :size offset :offset) s
                join record.case_file c on c.id = s.case_file
                order by (s.past + s.late) > 0 desc, s.oldest_report, s.case_file
                """,
            area,
            team)
        .param("size", PAGE)
        .param("offset", offset)
        .query((row, _) ->
            new TeamCase(
                Objects.requireNonNull(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(12),
                row.getLong(5),
                row.getTimestamp(6).toInstant(),
                row.getString(7),
                row.getString(13),
                row.getLong(8),
                row.getLong(9),
                row.getLong(11),
                row.getBoolean(10)))
        .list();
  }

  private JdbcClient.StatementSpec of(String query, String area, String team) {
    return sql.sql(query).param("area", area).param("team", team);
  }

  private record Held(@Nullable UUID owner, long cases, long children, long past, long late) {}

  private List<Held> held(String area, String team) {
    return of(
            "select s.owner, count(*), sum(s.children), sum(s.past), sum(s.late)"
                + TEAM
                + " group by s.owner order by sum(s.past + s.late) desc, count(*) desc, s.owner",
            area,
            team)
        .query((row, _) ->
            new Held(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5)))
        .list();
  }

  private List<Share> shares(List<Held> held) {
    List<Held> some = held.subList(0, Math.min(held.size(), PAGE));
    Set<UUID> owners = new LinkedHashSet<>();
    for (Held one : some) {
      UUID owner = one.owner();
      if (owner != null) {
        owners.add(owner);
      }
    }
    Map<UUID, String> names = cases.names(owners);
    List<Share> shares = new ArrayList<>();
    for (Held one : some) {
      UUID owner = one.owner();
      shares.add(
          new Share(
              owner == null ? "Nobody yet" : names.getOrDefault(owner, "Somebody"),
              one.cases(),
              one.children(),
              one.past(),
              one.late()));
    }
    return shares;
  }

  private Backlog backlog(String area, String team) {
    Map<String, Long> grades = new HashMap<>();
    long[] sums = new long[5];
    Instant now = acts.now();
    List<Instant> oldest = new ArrayList<>();
    of(
            """
            select coalesce(s.grade, ''), count(*), count(*) filter (where s.owner is null), sum(s.children),
              min(s.oldest_report), count(*) filter (where s.oldest_report >= :week),
              count(*) filter (where s.oldest_report >= :month)
            """
                + TEAM
                + " and (s.owner is null or s.unopened) group by 1",
            area,
            team)
        .param("week", Timestamp.from(now.minus(7, ChronoUnit.DAYS)))
        .param("month", Timestamp.from(now.minus(28, ChronoUnit.DAYS)))
        .query(row -> {
          sums[3] += row.getLong(6);
          sums[4] += row.getLong(7);
          grades.put(row.getString(1), row.getLong(2));
          sums[0] += row.getLong(2);
          sums[1] += row.getLong(3);
          sums[2] += row.getLong(4);
          oldest.add(row.getTimestamp(5).toInstant());
        });
    return new Backlog(
        sums[1],
        sums[0] - sums[1],
        sums[2],
        oldest.stream().min(Instant::compareTo).orElse(null),
        new Waiting(sums[3], sums[4] - sums[3], sums[0] - sums[4]),
        grades);
  }

  private List<String> teams(String area) {
    return sql.sql(
            """
            select distinct s.team from work.case_standing s
            where s.open and (:area = '' or s.area = :area) order by 1 limit :most
            """)
        .param("area", area)
        .param("most", MOST)
        .query((row, _) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }
}
