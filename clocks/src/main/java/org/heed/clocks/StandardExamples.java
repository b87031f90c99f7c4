package org.heed.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Limit;
import org.heed.rulebook.Problem;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.Standard;
import org.heed.rulebook.StandardExample;
import org.heed.rulebook.Where;

/** Runs the examples that standards and limits carry. */
public final class StandardExamples {
  private StandardExamples() {}

  /**
   * What came of a run.
   *
   * @param failures examples that did not come out, by place
   */
  public record Result(int examples, List<Problem> failures) {
    public Result {
      failures = List.copyOf(failures);
    }
  }

  /** Runs every example by the rulebook's first calendar. */
  public static Result run(Rulebook rulebook) {
    List<Problem> failures = new ArrayList<>();
    int run = 0;
    for (Standard standard : rulebook.standards()) {
      if (rulebook.calendars().isEmpty()) {
        failures.add(
            new Problem(
                new Where("calendars.yaml", 1),
                "there are standards and no calendar",
                "Add calendars.yaml with the days on which nobody is at work"));
        break;
      }
      for (StandardExample example : standard.examples()) {
        run++;
        check(standard, example, rulebook.calendars().getFirst(), failures);
      }
    }
    for (Limit limit : rulebook.limits().all()) {
      for (Limit.Example example : limit.examples()) {
        run++;
        LocalDate last = limit.lastDay(example.from());
        if (!last.equals(example.last())) {
          failures.add(
              new Problem(
                  example.at(),
                  "the last day from " + example.from() + " is " + last,
                  "Change within:, or write last: " + last));
        }
      }
    }
    return new Result(run, failures);
  }

  private static void check(
      Standard standard,
      StandardExample example,
      HolidayCalendar calendar,
      List<Problem> failures) {
    Clocks clocks = new Clocks(List.of(standard), calendar);
    List<Fact> facts =
        example.facts().stream()
            .map(fact ->
                new Fact(
                    fact.kind(),
                    moment(fact.when(), calendar),
                    fact.of(),
                    fact.child(),
                    fact.reason(),
                    0,
                    Long.MAX_VALUE))
            .toList();
    List<Clock> found =
        clocks.of(
            new CaseFacts(example.nation(), children(example), facts),
            moment(example.now(), calendar),
            0);
    List<String> states = found.stream().map(Clock::reads).toList();
    if (!states.equals(example.state())) {
      failures.add(
          new Problem(
              example.at(),
              "“" + example.about() + "” is " + String.join(", ", states),
              "Change the standard, or write state: " + String.join(", ", states)));
    }
    List<LocalDateTime> due =
        found.stream()
            .map(Clock::deadline)
            .flatMap(Optional::stream)
            .map(at -> wall(at, calendar))
            .toList();
    if (!example.due().isEmpty() && !due.equals(example.due())) {
      failures.add(
          new Problem(
              example.at(), "“" + example.about() + "” is due " + due, "Change due: or within:"));
    }
  }

  /** The children that an example speaks of, of one day of birth; one whom it does not name. */
  private static List<CaseFacts.Child> children(StandardExample example) {
    List<String> named =
        example.facts().stream().flatMap(fact -> fact.child().stream()).distinct().toList();
    return (named.isEmpty() ? List.of("") : named)
        .stream().map(id -> new CaseFacts.Child(id, example.born())).toList();
  }

  private static Instant moment(LocalDateTime wall, HolidayCalendar calendar) {
    return wall.atZone(calendar.zone()).toInstant();
  }

  /** By the wall's clock, to the minute. */
  private static LocalDateTime wall(Instant moment, HolidayCalendar calendar) {
    return LocalDateTime.ofInstant(moment, calendar.zone()).truncatedTo(ChronoUnit.MINUTES);
  }
}
