package org.heed.figures.runoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.heed.figures.runoff.Nowcast.Event;

/**
 * Events and their reports, made up: how many, how they move, how late they are told of.
 *
 * @param usual the usual number of events of a period
 * @param weekly whether periods are weeks
 */
record SupposedReports(
    double usual, boolean weekly, Course course, Lateness lateness, boolean closedAtWeekends) {

  /** How the rate of events moves. */
  enum Course {
    STEADY,
    SEASONS,
    WANDERS,
    OUTBREAK,
    BY_WEEKDAY
  }

  /** How late reports are, in periods. */
  enum Lateness {
    MOSTLY_SOON,
    LONG_TAIL,
    TWO_HUMPS,
    NONE_AT_FIRST
  }

  List<Event> of(LocalDate first, int periods, long seed) {
    Random random = new Random(seed * 7_919);
    List<Event> events = new ArrayList<>();
    double level = usual;
    for (int t = 0; t < periods; t++) {
      LocalDate occurred = first.plusDays((long) t * unit());
      level *= course == Course.WANDERS ? Math.exp(0.1 * random.nextGaussian()) : 1;
      for (int i = poisson(rate(level, t, periods, occurred), random); i > 0; i--) {
        events.add(new Event(occurred, reported(occurred, random)));
      }
    }
    return events;
  }

  int unit() {
    return weekly ? 7 : 1;
  }

  private double rate(double level, int t, int periods, LocalDate day) {
    return switch (course) {
      case STEADY, WANDERS -> level;
      case SEASONS -> level * (1 + 0.8 * Math.sin(t / 9.0));
      case OUTBREAK ->
          level * (0.1 + 8 * Math.exp(-Math.pow((t - 0.75 * periods) / (periods / 30.0), 2)));
      case BY_WEEKDAY -> level * (day.getDayOfWeek().getValue() > 5 ? 0.4 : 1.2);
    };
  }

  private LocalDate reported(LocalDate occurred, Random random) {
    int delay =
        switch (lateness) {
          case MOSTLY_SOON -> (int) (Math.log(1 - random.nextDouble()) / Math.log(0.7));
          case LONG_TAIL -> (int) Math.exp(0.7 + 0.8 * random.nextGaussian());
          case TWO_HUMPS -> random.nextDouble() < 0.6 ? random.nextInt(3) : 6 + random.nextInt(3);
          case NONE_AT_FIRST -> 3 + random.nextInt(4);
        };
    LocalDate reported = occurred.plusDays((long) delay * unit());
    while (closedAtWeekends
        && (reported.getDayOfWeek() == DayOfWeek.SATURDAY
            || reported.getDayOfWeek() == DayOfWeek.SUNDAY)) {
      reported = reported.plusDays(1);
    }
    return reported;
  }

  private static int poisson(double mean, Random random) {
    if (mean > 100) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    int count = -1;
    for (double product = 1; product > Math.exp(-mean); product *= random.nextDouble()) {
      count++;
    }
    return count;
  }
}
