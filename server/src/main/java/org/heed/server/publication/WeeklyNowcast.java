package org.heed.server.publication;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.runoff.Backtest;
import org.heed.figures.runoff.Nowcast;
import org.jspecify.annotations.Nullable;

/**
 * How many of each of the newest weeks there will be once what comes in late is in, with what the
 * same would have said at past weeks. For clocks that late reports cut off; recorded and flagged
 * dates are revised both ways and are not foretold.
 *
 * @param now the last day of the last whole week
 * @param tested what it would have said before; null where the record does not go back far enough
 */
public record WeeklyNowcast(LocalDate now, List<Nowcast.Period> weeks, @Nullable Backtest tested) {
  /** What comes in later than this many weeks after is left out everywhere. */
  public static final int LONGEST_WEEKS = 12;

  static final int HISTORY_WEEKS = 156;
  private static final int FEWEST_EVENTS = 50;
  private static final int MOST_RUNS = 20;
  private static final int LEARNT_WEEKS = 26;
  private static final int AGES = 6;
  private static final int WEEK = 7;

  /** Copies. */
  public WeeklyNowcast {
    weeks = List.copyOf(weeks);
  }

  /** Whether a question's clock is one of those. */
  static boolean suits(Question question) {
    return (question.clock() == Dated.OCCURRED || question.clock() == Dated.REPORTED)
        && (question.unit() == Unit.REPORTS || question.unit() == Unit.CRIMES);
  }

  /** The last day of the last whole week before a day. */
  static LocalDate lastDay(LocalDate today) {
    return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(1);
  }

  /** The first week to look at. */
  static LocalDate since(LocalDate now) {
    return now.plusDays(1).minusWeeks(HISTORY_WEEKS + LONGEST_WEEKS);
  }

  /** Only weeks that begin by a day; empty where none is left. */
  Optional<WeeklyNowcast> upTo(LocalDate last) {
    List<Nowcast.Period> asked = weeks.stream().filter(week -> !week.at().isAfter(last)).toList();
    return asked.isEmpty() ? Optional.empty() : Optional.of(new WeeklyNowcast(now, asked, tested));
  }

  /** Empty where too few have come in to learn from, or for too short a time. */
  static Optional<WeeklyNowcast> of(List<FigureStore.Arrival> arrivals, LocalDate now) {
    List<Nowcast.Event> events = new ArrayList<>();
    for (FigureStore.Arrival each : arrivals) {
      if (!each.came().isAfter(now)) {
        for (long i = 0; i < each.count(); i++) {
          events.add(new Nowcast.Event(each.week(), each.came()));
        }
      }
    }
    if (events.size() < FEWEST_EVENTS) {
      return Optional.empty();
    }
    try {
      List<Nowcast.Period> weeks =
          Nowcast.of(events, now, LONGEST_WEEKS * WEEK, Interval.USUAL_LEVEL).periods();
      return Optional.of(new WeeklyNowcast(now, weeks, tested(events, now)));
    } catch (RefusedInput tooLittle) {
      return Optional.empty();
    }
  }

  private static @Nullable Backtest tested(List<Nowcast.Event> events, LocalDate now) {
    LocalDate first =
        events.stream().map(Nowcast.Event::occurred).min(LocalDate::compareTo).orElse(now);
    List<LocalDate> days = new ArrayList<>();
    LocalDate day = now.minusWeeks(LONGEST_WEEKS);
    while (days.size() < MOST_RUNS
        && ChronoUnit.WEEKS.between(first, day) >= LONGEST_WEEKS + LEARNT_WEEKS) {
      days.add(day);
      day = day.minusWeeks(1);
    }
    return days.isEmpty()
        ? null
        : Backtest.of(events, days, LONGEST_WEEKS * WEEK, AGES, Interval.USUAL_LEVEL);
  }
}
