package org.heed.server.outcome;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.heed.rulebook.CrimeOutcome;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.Acts;
import org.heed.server.store.Coded;
import org.heed.server.store.Databases;
import org.heed.server.store.KnownAt;
import org.heed.server.store.KnownPositions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How far reports decided yes got: into a case, to a suspect, to an interview, to a charge. Each
 * step is counted of those that reached the one before; what could tell of a few is kept back.
 */
@Service
public class Attrition {
  /** Rows of a list. */
  public static final int MOST = 200;

  private final Acts acts;
  private final KnownPositions positions;
  private final OutcomeStore store;
  private final RulebookInForce rulebook;
  private final JdbcClient sql;

  public Attrition(
      Acts acts,
      KnownPositions positions,
      OutcomeStore store,
      RulebookInForce rulebook,
      Databases databases) {
    this.acts = acts;
    this.positions = positions;
    this.store = store;
    this.rulebook = rulebook;
    this.sql = JdbcClient.create(databases.app());
  }

  /** A step on the way from a decision to a charge. */
  public enum Step implements Coded {
    DECIDED(1, "Decided yes"),
    CASE(2, "In a case"),
    SUSPECT(3, "A suspect identified"),
    INTERVIEWED(4, "A suspect interviewed"),
    CHARGED(5, "Charged or summonsed");

    /** As the database counts them. */
    private final int place;

    private final String title;

    Step(int place, String title) {
      this.place = place;
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** The step with that code. */
    public static Step parse(String code) {
      return Coded.parse(values(), code, "step");
    }
  }

  /**
   * One step's count.
   *
   * @param reports how many reached it; empty: kept back
   * @param of how many reached the step before; empty: kept back, or the first
   */
  public record Reached(Step step, OptionalLong reports, OptionalLong of) {}

  /**
   * How the crimes of reports ended: by the most that became of one crime of each.
   *
   * @param ends empty: no outcome yet
   */
  public record Ended(String ends, OptionalLong reports) {}

  /**
   * Measures of one kind; empty: kept back.
   *
   * @param reviewed of those issued
   * @param breached of those issued
   */
  public record Measured(
      String title, OptionalLong issued, OptionalLong reviewed, OptionalLong breached) {
    /** Few are kept back, and so is a part of them that leaves few. */
    static Measured of(OutcomeStore.MeasureCount count, int small) {
      return new Measured(
          count.title(),
          shown(count.issued(), small),
          part(count.reviewed(), count.issued(), small),
          part(count.breached(), count.issued(), small));
    }

    private static OptionalLong part(long count, long of, int small) {
      return isSmall(of, small) || isSmall(of - count, small)
          ? OptionalLong.empty()
          : shown(count, small);
    }
  }

  /**
   * The way of the reports recorded in a time.
   *
   * @param small a count below it is kept back
   * @param measures issued in that time, in cases open to the asker
   * @param known as known then; empty: now
   */
  public record Told(
      List<Reached> steps,
      List<Ended> ended,
      OptionalLong reports,
      int small,
      List<Measured> measures,
      Optional<Instant> known) {
    public Told {
      steps = List.copyOf(steps);
      ended = List.copyOf(ended);
      measures = List.copyOf(measures);
    }

    /**
     * For those who may not open the cases: to the nearest multiple of what is small, so that areas
     * subtracted from the whole, or one time from another, tell of no few.
     */
    Told rounded() {
      return new Told(
          steps.stream()
              .map(one -> new Reached(one.step(), rounded(one.reports()), rounded(one.of())))
              .toList(),
          ended.stream().map(one -> new Ended(one.ends(), rounded(one.reports()))).toList(),
          rounded(reports),
          small,
          measures,
          known);
    }

    private OptionalLong rounded(OptionalLong count) {
      return count.isEmpty()
          ? count
          : OptionalLong.of((count.getAsLong() + small / 2) / small * small);
    }
  }

  /** The way of reports recorded in a time, of an area or, where that is empty, of all of one's. */
  public Told between(Caller caller, String area, Instant from, Instant to) {
    return between(caller, area, from, to, null);
  }

  /**
   * The same as it was known.
   *
   * @param moment as known then; null: now
   */
  public Told between(
      Caller caller, String area, Instant from, Instant to, @Nullable Instant moment) {
    if (!caller.may(Right.FIGURES) && !caller.may(Right.CASES)) {
      throw new Refused(Refused.Code.NOT_FOUND, "There is no such page for you.");
    }
    int small = rulebook.rulebook().outcomes().small();
    return acts.plain(
        caller,
        () -> {
          KnownAt known = positions.at(moment);
          long[] stopped = new long[Step.values().length + 1];
          Map<String, Long> ends = new LinkedHashMap<>();
          for (CrimeOutcome.Ends one : CrimeOutcome.Ends.values()) {
            ends.put(one.word(), 0L);
          }
          ends.put("", 0L);
          sql.sql(
                  "select reached, ends, reports from access.attrition_counted(:area, :from, :to, :known)")
              .param("area", area)
              .param("from", Timestamp.from(from))
              .param("to", Timestamp.from(to))
              .param("known", known.position(), Types.BIGINT)
              .query(row -> {
                stopped[row.getInt(1)] += row.getLong(3);
                ends.merge(row.getString(2), row.getLong(3), Long::sum);
              });
          List<Reached> steps = steps(stopped, small);
          Told told =
              new Told(
                  steps,
                  ended(ends, stopped[Step.CHARGED.place], steps.getLast().reports(), small),
                  shown(total(stopped), small),
                  small,
                  store.counted(from, to, area, known).stream()
                      .map(one -> Measured.of(one, small))
                      .toList(),
                  Optional.ofNullable(moment));
          return caller.may(Right.CASES) ? told : told.rounded();
        });
  }

  private static long total(long[] stopped) {
    long all = 0;
    for (long one : stopped) {
      all += one;
    }
    return all;
  }

  /**
   * The counts, from how many stopped at each step. Who knows the count before and after a step
   * knows how many stopped there, so that a count whose difference is small is kept back too.
   */
  static List<Reached> steps(long[] stopped, int small) {
    long[] reached = new long[Step.values().length];
    long after = 0;
    for (int i = reached.length - 1; i >= 0; i--) {
      after += stopped[i + 1];
      reached[i] = after;
    }
    List<Reached> steps = new ArrayList<>();
    OptionalLong before = OptionalLong.empty();
    for (Step step : Step.values()) {
      long count = reached[step.place - 1];
      OptionalLong told = shown(count, small);
      if (before.isPresent() && isSmall(before.getAsLong() - count, small)) {
        told = OptionalLong.empty();
      }
      steps.add(new Reached(step, told, before));
      before = told.isPresent() ? told : before;
    }
    return steps;
  }

  /**
   * The ends. What is kept back together is no fewer than two counts and comes to no small number,
   * so that nobody subtracts it from the whole; and who compares those charged with the last step
   * of the way learns of no few.
   *
   * @param charged how many reached the last step
   * @param told how many it says; empty: kept back
   */
  static List<Ended> ended(Map<String, Long> ends, long charged, OptionalLong told, int small) {
    Map<String, Long> shown = new LinkedHashMap<>(ends);
    shown.values().removeIf(count -> isSmall(count, small));
    String last = CrimeOutcome.Ends.CHARGED.word();
    long all = ends.getOrDefault(last, 0L);
    if (all > 0 && (told.isEmpty() || isSmall(all - charged, small))) {
      shown.remove(last);
    }
    while (ends.size() > shown.size() && tells(ends, shown, small)) {
      Optional<String> least =
          shown.entrySet().stream()
              .filter(one -> one.getValue() > 0)
              .min(Map.Entry.comparingByValue())
              .map(Map.Entry::getKey);
      if (least.isEmpty()) {
        break;
      }
      shown.remove(least.get());
    }
    List<Ended> ended = new ArrayList<>();
    ends.forEach((how, _) -> {
      Long count = shown.get(how);
      ended.add(new Ended(how, count == null ? OptionalLong.empty() : OptionalLong.of(count)));
    });
    return ended;
  }

  private static boolean tells(Map<String, Long> ends, Map<String, Long> shown, int small) {
    long hidden = sum(ends) - sum(shown);
    return ends.size() - shown.size() < 2 || hidden < small;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static OptionalLong shown(long count, int small) {
    return isSmall(count, small) ? OptionalLong.empty() : OptionalLong.of(count);
  }

  private static boolean isSmall(long count, int small) {
    return count > 0 && count < small;
  }

  /**
   * A report on the way.
   *
   * @param caseFile its case, or null
   * @param subject the case's, or empty
   */
  public record OnTheWay(
      UUID report, String reference, String area, @Nullable UUID caseFile, String subject) {
    @Override
    public String toString() {
      return "OnTheWay[" + report + "]";
    }
  }

  /**
   * The reports open to the caller that reached a step, or that stopped before it.
   *
   * @param stopped those that reached the step before and not this one
   */
  public List<OnTheWay> at(
      Caller caller, Step step, boolean stopped, String area, Instant from, Instant to) {
    return at(caller, step, stopped, area, from, to, null);
  }

  /**
   * The same as it was known.
   *
   * @param moment as known then; null: now
   */
  public List<OnTheWay> at(
      Caller caller,
      Step step,
      boolean stopped,
      String area,
      Instant from,
      Instant to,
      @Nullable Instant moment) {
    caller.require(Right.CASES);
    int place = step.place;
    return acts.look(
        caller,
        "attrition.listed",
        "find-case",
        () -> {
          List<OnTheWay> found =
              sql.sql(
                      """
                      select a.report, r.reference, r.area, a.case_file, coalesce(c.subject, '')
                      from record.attrition(:area, :from, :to, :known) a
                      join record.report r on r.id = a.report
                      left join record.case_file c on c.id = a.case_file
                      where (:stopped and a.reached = :place - 1) or (not :stopped and a.reached >= :place)
                      order by r.reference, a.report limit :most
                      """)
                  .param("area", area)
                  .param("from", Timestamp.from(from))
                  .param("to", Timestamp.from(to))
                  .param("known", positions.at(moment).position(), Types.BIGINT)
                  .param("stopped", stopped)
                  .param("place", place)
                  .param("most", MOST)
                  .query((row, _) ->
                      new OnTheWay(
                          Objects.requireNonNull(row.getObject(1, UUID.class)),
                          row.getString(2),
                          row.getString(3),
                          row.getObject(4, UUID.class),
                          row.getString(5)))
                  .list();
          List<UUID> shown = new ArrayList<>();
          for (OnTheWay one : found) {
            shown.add(one.report());
            UUID of = one.caseFile();
            if (of != null) {
              shown.add(of);
            }
          }
          return new Acts.Seen<>(found, shown);
        });
  }
}
