package org.heed.figures.runoff;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;

/**
 * How many events of each recent period there will be once all reports are in. For clocks that are
 * cut off by late reports only (occurred, reported), never for recorded dates, which are revised
 * both ways.
 *
 * <p>The rate of events is believed to drift, and perhaps to rise or fall, as fast as has lately
 * foretold best; a period's reports so far are a beta-binomial part of its events. Days of the week
 * differ in both as far as chance does not explain it. Nothing reported is thus not nothing
 * happened, and the newest period leans on the ones before. The estimate is the median.
 *
 * @param periods the periods not older than the longest delay, oldest first
 * @param unitDays how many days a period has
 */
public record Nowcast(List<Period> periods, int unitDays) {
  /** An event, and when it was reported. */
  public record Event(LocalDate occurred, LocalDate reported) {
    public Event {
      RefusedInput.unless(
          !reported.isBefore(occurred), "events", "reported " + reported + " before " + occurred);
    }
  }

  /**
   * A period.
   *
   * @param at its first day
   * @param reported how many events of it were reported by now
   * @param estimate how many it is estimated to have
   * @param interval the interval of that number
   */
  public record Period(LocalDate at, long reported, long estimate, Interval interval) {}

  public Nowcast {
    periods = List.copyOf(periods);
  }

  /**
   * The nowcast at a day.
   *
   * @param longestDays the longest delay looked at; reports later still are left out everywhere
   * @throws RefusedInput where events do not go back far enough to learn delays from
   */
  public static Nowcast of(List<Event> events, LocalDate now, int longestDays, double level) {
    Interval.checkedLevel(level);
    RefusedInput.unless(longestDays >= 1, "max_delay_days", "must be at least 1");
    List<Event> known = events.stream().filter(event -> !event.reported().isAfter(now)).toList();
    RefusedInput.unless(!known.isEmpty(), "events", "has none reported by " + now);
    DelayTable table = DelayTable.of(known, now, longestDays);
    Delays delays = Delays.of(table);
    double[] factors = Weekdays.factors(table);
    Belief belief = Belief.vague(table.meanOfComplete());
    List<Period> periods = new ArrayList<>();
    for (int period = 0; period < table.periods(); period++) {
      int age = table.age(period);
      int weekday = table.weekday(period);
      belief = belief.on();
      long reported = table.all(period);
      if (age >= table.longest()) {
        belief = belief.seeing(reported, factors[weekday]);
        if (age == table.longest()) {
          Interval exactly = new Interval(reported, reported, level);
          periods.add(new Period(table.start(period), reported, reported, exactly));
        }
      } else {
        List<Numbers> each =
            belief.given(
                reported, delays.share(age, weekday), delays.correlation(age), factors[weekday]);
        belief = belief.seeing(each, factors[weekday]);
        Numbers numbers = Numbers.mixed(each, belief.weights());
        Interval interval =
            new Interval(
                numbers.quantile((1 - level) / 2), numbers.quantile((1 + level) / 2), level);
        periods.add(new Period(table.start(period), reported, numbers.quantile(0.5), interval));
      }
    }
    return new Nowcast(periods, table.unitDays());
  }
}
