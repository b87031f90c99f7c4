package org.heed.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.heed.rulebook.HolidayCalendar;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;

/**
 * Evaluates standards over the facts of a case. The same facts, standards and moment give the same
 * clocks, always; what was not known at a position plays no part.
 */
public final class Clocks {
  private final List<Standard> standards;
  private final Deadlines deadlines;

  /** Clocks by these standards and a calendar's days. */
  public Clocks(List<Standard> standards, HolidayCalendar calendar) {
    this.standards = List.copyOf(standards);
    deadlines = new Deadlines(calendar);
  }

  List<Standard> standards() {
    return standards;
  }

  /** When periods end here. */
  public Deadlines deadlines() {
    return deadlines;
  }

  /**
   * All clocks of a case at a moment, as known at a position in the ledger; by standard, each by
   * start. What lies behind the moment is left out.
   */
  public List<Clock> of(CaseFacts facts, Instant now, long position) {
    return of(facts, now, position, (_, _) -> true);
  }

  /** As the other, of those starts alone that a standard is to run for. */
  List<Clock> of(CaseFacts facts, Instant now, long position, BiPredicate<Standard, Fact> runs) {
    List<Fact> known = new ArrayList<>(facts.facts().size());
    for (Fact fact : facts.facts()) {
      if (fact.isKnown(position) && !fact.at().isAfter(now)) {
        known.add(fact);
      }
    }
    List<Clock> clocks = new ArrayList<>(standards.size());
    for (Standard standard : standards) {
      new One(standard, facts, known, now, clocks, runs).add();
    }
    return clocks;
  }

  /** The clocks of one standard. */
  private final class One {
    private final Standard standard;
    private final CaseFacts of;
    private final List<Fact> facts;
    private final Instant now;
    private final List<Clock> clocks;
    private final BiPredicate<Standard, Fact> runs;
    private List<Begun> begun = List.of();

    One(
        Standard standard,
        CaseFacts of,
        List<Fact> facts,
        Instant now,
        List<Clock> clocks,
        BiPredicate<Standard, Fact> runs) {
      this.runs = runs;
      this.standard = standard;
      this.of = of;
      this.facts = facts;
      this.now = now;
      this.clocks = clocks;
    }

    void add() {
      Set<String> nations = standard.applies().nations();
      if (!nations.isEmpty() && of.nation().isPresent() && !nations.contains(of.nation().get())) {
        none(Why.OTHER_NATION);
        return;
      }
      int before = clocks.size();
      boolean otherAge = false;
      begun = starts();
      for (Begun start : begun) {
        if (!runs.test(standard, start.fact())) {
          continue;
        }
        if (isOfAge(start.whose())) {
          run(start);
        } else {
          otherAge = true;
        }
      }
      if (clocks.size() == before) {
        none(otherAge ? Why.OTHER_AGE : Why.NOT_STARTED);
      }
    }

    private void none(Why why) {
      clocks.add(
          new Clock(
              standard,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              State.NOT_APPLICABLE,
              why,
              List.of(),
              false));
    }

    /** The facts that start a clock: of so many of one child within so many days, the last. */
    private List<Begun> starts() {
      List<Begun> starts = new ArrayList<>();
      Together together = new Together(standard.starts());
      for (Fact fact : facts) {
        if (standard.starts().kinds().contains(fact.kind())) {
          LocalDate day = deadlines.day(fact.at());
          if (together.add(fact.child(), day) && !day.isBefore(standard.inForce())) {
            starts.addAll(begun(fact));
          }
        }
      }
      return starts;
    }

    /**
     * A clock for each child, or each thing such as a suspect, that facts of some kinds name, where
     * the start names none.
     */
    private List<Begun> begun(Fact fact) {
      List<Begun> each =
          standard.starts().each().isEmpty()
              ? List.of()
              : facts.stream()
                  .filter(one -> standard.starts().each().contains(one.kind()))
                  .map(fact::as)
                  .distinct()
                  .filter(one -> !one.equals(fact))
                  .sorted(Fact.ORDER)
                  .map(one -> new Begun(fact, one))
                  .toList();
      return each.isEmpty() ? List.of(new Begun(fact, fact)) : each;
    }

    /** Whether it says whose it is, or can be nobody else's. */
    private boolean saysWhose(Fact fact, Begun start) {
      if (!standard.named()) {
        return true;
      }
      if (!start.isThings()) {
        return fact.child().isPresent() || of.children().size() <= 1;
      }
      return start.whose().of().isEmpty()
          || fact.of().isPresent()
          || begun.stream().flatMap(one -> one.whose().of().stream()).distinct().count() == 1;
    }

    /** Whether a child whose the fact may be was of the standard's age, as far as is known. */
    private boolean isOfAge(Fact start) {
      List<CaseFacts.Child> whose = of.whose(start);
      LocalDate day = deadlines.day(start.at());
      return whose.isEmpty() || whose.stream().anyMatch(child -> isOfAge(child.born(), day));
    }

    private boolean isOfAge(Optional<LocalDate> born, LocalDate day) {
      if (born.isEmpty()) {
        return true;
      }
      long age = ChronoUnit.YEARS.between(born.get(), day);
      Standard.Applies applies = standard.applies();
      return age >= applies.ageFrom().orElse(Integer.MIN_VALUE)
          && age <= applies.ageTo().orElse(Integer.MAX_VALUE);
    }

    /**
     * Runs a clock, and the next one each time that it was done if it is due again: by a fact
     * behind that one in their order, so that two of one moment never show each other done.
     */
    private void run(Begun begun) {
      Optional<Fact> done =
          run(
              begun,
              begun.fact(),
              countedFrom(begun),
              standard.within(),
              fact -> standard.before() || isSince(fact, begun.fact()));
      while (standard.again().isPresent() && done.isPresent()) {
        Fact start = done.get();
        done =
            run(
                begun,
                start,
                start,
                standard.again().get(),
                fact -> Fact.ORDER.compare(fact, start) > 0);
      }
    }

    private static boolean isSince(Fact fact, Fact start) {
      return !fact.at().isBefore(start.at()) && !fact.equals(start);
    }

    /** Runs one clock, counted from a fact, which others may show done; the one that does. */
    private Optional<Fact> run(
        Begun begun, Fact start, Fact from, Period within, Predicate<Fact> mayShow) {
      Fact first = begun.whose();
      Optional<Fact> done = Optional.empty();
      Optional<Fact> ended = Optional.empty();
      Optional<Fact> notDone = Optional.empty();
      for (Fact fact : facts) {
        if (!fact.mayBelongTo(first, standard.aboutChild())) {
          continue;
        }
        boolean since = isSince(fact, start);
        boolean says = saysWhose(fact, begun);
        if (done.isEmpty()
            && says
            && standard.metBy().contains(fact.kind())
            && mayShow.test(fact)) {
          done = Optional.of(fact);
        }
        if (ended.isEmpty() && since && standard.ends().contains(fact.kind())) {
          ended = Optional.of(fact);
        }
        if (since && says && standard.notDone().contains(fact.kind())) {
          notDone = Optional.of(fact);
        }
      }
      Pauses pauses = standard.pauses().isEmpty() ? Pauses.NONE : pauses(first);
      Instant original = deadlines.after(from.at(), within);
      Optional<Instant> deadline =
          pauses.still().isEmpty()
              ? Optional.of(original)
              : deadlines.after(from.at(), within, pauses.still());
      Verdict verdict = verdict(deadline, done, ended, notDone, pauses.stop());
      List<Fact> because = new ArrayList<>();
      because.add(start);
      if (!from.equals(start)) {
        because.add(from);
      }
      verdict.by().ifPresent(because::add);
      because.sort(Fact.ORDER);
      clocks.add(
          new Clock(
              standard,
              Optional.of(whose(start, begun)),
              Optional.of(original),
              deadline,
              verdict.state(),
              verdict.why(),
              because,
              pauses.unreasoned()));
      return verdict.why() == Why.DONE_IN_TIME || verdict.why() == Why.DONE_AFTER
          ? done
          : Optional.empty();
    }

    /** What started it, with whose clock it is where it does not say itself. */
    private Fact whose(Fact start, Begun begun) {
      return begun.fact().equals(begun.whose()) ? start : start.as(begun.whose());
    }

    /** The last of what the time is counted from before the start, or the start itself. */
    private Fact countedFrom(Begun begun) {
      Fact first = begun.whose();
      Fact from = begun.fact();
      for (Fact fact : standard.starts().from().isEmpty() ? List.<Fact>of() : facts) {
        if (standard.starts().from().contains(fact.kind())
            && !fact.at().isAfter(first.at())
            && fact.mayBelongTo(first, standard.aboutChild())) {
          from = fact;
        }
      }
      return from;
    }

    private Verdict verdict(
        Optional<Instant> deadline,
        Optional<Fact> done,
        Optional<Fact> ended,
        Optional<Fact> notDone,
        Optional<Fact> stop) {
      Instant due = deadline.orElse(Instant.MAX);
      boolean doneInTime = done.isPresent() && !done.get().at().isAfter(due);
      boolean endedInTime = ended.isPresent() && !ended.get().at().isAfter(due);
      if (doneInTime) {
        return new Verdict(State.MET, Why.DONE_IN_TIME, done);
      }
      if (endedInTime) {
        return new Verdict(State.NOT_APPLICABLE, Why.ENDED_BEFORE_DUE, ended);
      }
      if (done.isPresent()) {
        return new Verdict(State.LATE, Why.DONE_AFTER, done);
      }
      if (!now.isAfter(due)) {
        return deadline.isEmpty()
            ? new Verdict(State.DUE, Why.STANDS_STILL, stop)
            : new Verdict(State.DUE, Why.TIME_LEFT, Optional.empty());
      }
      return notDone.isPresent()
          ? new Verdict(State.BREACHED, Why.RECORDED_NOT_DONE, notDone)
          : new Verdict(State.NOT_EVIDENCED, Why.NO_RECORD, Optional.empty());
    }

    /** When a clock stands still: only where somebody said why. */
    private Pauses pauses(Fact first) {
      List<Deadlines.Stretch> still = new ArrayList<>();
      Map<Standard.Pause, Fact> open = new HashMap<>();
      boolean unreasoned = false;
      for (Fact fact : facts) {
        if (!fact.mayBelongTo(first, standard.aboutChild())) {
          continue;
        }
        for (Standard.Pause pause : standard.pauses()) {
          if (pause.from().equals(fact.kind())) {
            boolean reasoned = fact.reason().filter(reason -> !reason.isBlank()).isPresent();
            unreasoned |= !reasoned;
            if (reasoned) {
              open.putIfAbsent(pause, fact);
            }
          } else if (pause.to().equals(fact.kind()) && open.containsKey(pause)) {
            still.add(new Deadlines.Stretch(open.get(pause).at(), fact.at()));
            open.remove(pause);
          }
        }
      }
      open.values().forEach(from -> still.add(new Deadlines.Stretch(from.at(), Instant.MAX)));
      return new Pauses(merged(still), open.values().stream().min(Fact.ORDER), unreasoned);
    }

    private static List<Deadlines.Stretch> merged(List<Deadlines.Stretch> stretches) {
      List<Deadlines.Stretch> merged = new ArrayList<>();
      for (Deadlines.Stretch next :
          stretches.stream().sorted(Comparator.comparing(Deadlines.Stretch::from)).toList()) {
        Deadlines.Stretch last = merged.isEmpty() ? next : merged.getLast();
        if (merged.isEmpty() || next.from().isAfter(last.to())) {
          merged.add(next);
        } else if (next.to().isAfter(last.to())) {
          merged.set(merged.size() - 1, new Deadlines.Stretch(last.from(), next.to()));
        }
      }
      return merged;
    }
  }

  /**
   * A start of a clock.
   *
   * @param fact as it is on record
   * @param whose the same, of the child or the thing whose clock it is
   */
  private record Begun(Fact fact, Fact whose) {
    /** Whether it is apart from others by a thing, such as a suspect, and not by a child. */
    boolean isThings() {
      return whose.child().isEmpty() || (whose.of().isPresent() && fact.of().isEmpty());
    }
  }

  private record Verdict(State state, Why why, Optional<Fact> by) {}

  /** When it stood still, and the first stop that nothing has lifted. */
  private record Pauses(List<Deadlines.Stretch> still, Optional<Fact> stop, boolean unreasoned) {
    static final Pauses NONE = new Pauses(List.of(), Optional.empty(), false);
  }

  @Override
  public String toString() {
    return "Clocks[" + standards.size() + " standards, " + deadlines + "]";
  }
}
