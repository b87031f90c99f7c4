package org.heed.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.heed.rulebook.Period;
import org.heed.rulebook.Standard;

/**
 * The slow, obvious way to the clocks of a case: every question is asked of all facts anew, ages
 * are counted birthday by birthday, and a clock stands still minute by minute.
 */
final class SlowClocks {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final List<Standard> standards;
  private final SlowDeadlines deadlines;

  SlowClocks(List<Standard> standards, String place) {
    this.standards = standards;
    this.deadlines = new SlowDeadlines(place);
  }

  /** Facts of one moment stand in the order of their kinds, then of all else they tell. */
  static final Comparator<Fact> ORDER =
      Comparator.comparingLong((Fact fact) -> fact.at().toEpochMilli())
          .thenComparing(fact ->
              List.of(
                      fact.kind(),
                      fact.of().orElse(""),
                      fact.child().orElse(""),
                      fact.reason().orElse(""))
                  .toString()
                  .replace(", ", "\0"))
          .thenComparingLong(Fact::known)
          .thenComparingLong(Fact::withdrawn);

  List<Clock> of(CaseFacts given, Instant now, long position) {
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : given.facts()) {
      boolean known = fact.known() <= position && fact.withdrawn() > position;
      if (known && fact.at().compareTo(now) <= 0) {
        facts.add(fact);
      }
    }
    facts.sort(ORDER);
    List<Clock> clocks = new ArrayList<>();
    for (Standard standard : standards) {
      clocks.addAll(new One(standard, given, facts, now).clocks());
    }
    return clocks;
  }

  private final class One {
    private final Standard standard;
    private final CaseFacts given;
    private final List<Fact> facts;
    private final Instant now;

    One(Standard standard, CaseFacts given, List<Fact> facts, Instant now) {
      this.standard = standard;
      this.given = given;
      this.facts = facts;
      this.now = now;
    }

    List<Clock> clocks() {
      Set<String> nations = standard.applies().nations();
      if (given.nation().isPresent()
          && !nations.isEmpty()
          && !nations.contains(given.nation().get())) {
        return List.of(none(Why.OTHER_NATION));
      }
      List<Clock> clocks = new ArrayList<>();
      boolean otherAge = false;
      for (Fact start : facts) {
        if (starts(start)) {
          for (Fact whose : each(start)) {
            if (isOfAge(whose)) {
              clocks.addAll(row(whose, start));
            } else {
              otherAge = true;
            }
          }
        }
      }
      if (clocks.isEmpty()) {
        clocks.add(none(otherAge ? Why.OTHER_AGE : Why.NOT_STARTED));
      }
      return clocks;
    }

    private Clock none(Why why) {
      return new Clock(
          standard,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          State.NOT_APPLICABLE,
          why,
          List.of(),
          false);
    }

    /** Whether a child's facts, with those that name no child, are enough by this one. */
    private boolean starts(Fact start) {
      if (!standard.starts().kinds().contains(start.kind())
          || day(start).isBefore(standard.inForce())) {
        return false;
      }
      Set<String> children = new TreeSet<>(Set.of("nobody else"));
      facts.forEach(fact -> fact.child().ifPresent(children::add));
      for (String child : children) {
        int together = 0;
        for (Fact fact : facts.subList(0, facts.indexOf(start) + 1)) {
          LocalDate last = day(fact).plusDays(standard.starts().withinDays() - 1L);
          boolean counts =
              standard.starts().kinds().contains(fact.kind())
                  && fact.child().orElse(child).equals(child)
                  && !last.isBefore(day(start));
          together += counts ? 1 : 0;
        }
        if (start.child().orElse(child).equals(child) && together >= standard.starts().times()) {
          return true;
        }
      }
      return false;
    }

    /** One for each whom the facts of some kinds name and the start does not, or itself alone. */
    private List<Fact> each(Fact start) {
      List<Fact> each = new ArrayList<>();
      for (Fact fact : facts) {
        Fact whose = of(start, fact);
        boolean more = !whose.of().equals(start.of()) || !whose.child().equals(start.child());
        if (standard.starts().each().contains(fact.kind()) && more && !each.contains(whose)) {
          each.add(whose);
        }
      }
      each.sort(ORDER);
      return each.isEmpty() ? List.of(start) : each;
    }

    private static Fact of(Fact fact, Fact whose) {
      return new Fact(
          fact.kind(),
          fact.at(),
          fact.of().isPresent() ? fact.of() : whose.of(),
          fact.child().isPresent() ? fact.child() : whose.child(),
          fact.reason(),
          fact.known(),
          fact.withdrawn());
    }

    /** Whether a fact that says less than the clock could be another's as well. */
    private boolean isAnybodys(Fact fact, Fact whose, Fact onRecord) {
      boolean things =
          whose.child().isEmpty() || (whose.of().isPresent() && onRecord.of().isEmpty());
      boolean less =
          things ? whose.of().isPresent() && fact.of().isEmpty() : fact.child().isEmpty();
      if (!standard.named() || !less) {
        return false;
      }
      Set<String> could = new TreeSet<>();
      for (Fact start : facts) {
        for (Fact other : starts(start) ? each(start) : List.<Fact>of()) {
          other.of().ifPresent(could::add);
        }
      }
      return (things ? could.size() : given.children().size()) > 1;
    }

    private boolean isOfAge(Fact start) {
      List<CaseFacts.Child> may =
          given.children().stream()
              .filter(child -> start.child().orElse(child.id()).equals(child.id()))
              .toList();
      boolean some = may.isEmpty();
      for (CaseFacts.Child child : may) {
        some |= child.born().isEmpty() || isOfAge(years(child.born().get(), day(start)));
      }
      return some;
    }

    private boolean isOfAge(int years) {
      return years >= standard.applies().ageFrom().orElse(Integer.MIN_VALUE)
          && years <= standard.applies().ageTo().orElse(Integer.MAX_VALUE);
    }

    /** A clock, and while it falls due again, the next from the fact that showed the last done. */
    private List<Clock> row(Fact first, Fact onRecord) {
      List<Clock> row = new ArrayList<>();
      Fact start = onRecord;
      for (boolean again = false; ; again = true) {
        Clock clock = clock(first, onRecord, start, again);
        row.add(clock);
        boolean done = clock.why() == Why.DONE_IN_TIME || clock.why() == Why.DONE_AFTER;
        if (!done || standard.again().isEmpty()) {
          return row;
        }
        start = shownBy(first, onRecord, start, again).getFirst();
      }
    }

    private boolean isAfter(Fact fact, Fact start) {
      return facts.indexOf(fact) > facts.indexOf(start);
    }

    private static boolean isSince(Fact fact, Fact start) {
      return !fact.at().isBefore(start.at()) && !fact.equals(start);
    }

    /** What shows it done: in the first round from its moment on, later only what comes behind. */
    private List<Fact> shownBy(Fact first, Fact onRecord, Fact start, boolean again) {
      return facts.stream()
          .filter(fact -> belongs(fact, first) && standard.metBy().contains(fact.kind()))
          .filter(fact -> !isAnybodys(fact, first, onRecord))
          .filter(fact -> again ? isAfter(fact, start) : standard.before() || isSince(fact, start))
          .toList();
    }

    private List<Fact> since(Set<String> kinds, Fact first, Fact start) {
      return facts.stream()
          .filter(fact -> belongs(fact, first) && kinds.contains(fact.kind()))
          .filter(fact -> isSince(fact, start))
          .toList();
    }

    private boolean belongs(Fact fact, Fact start) {
      boolean sameThing =
          fact.of().isEmpty() || start.of().isEmpty() || fact.of().equals(start.of());
      boolean sameChild =
          fact.child().isEmpty() || start.child().isEmpty() || fact.child().equals(start.child());
      boolean ofThing = fact.of().isPresent() && fact.child().isEmpty();
      boolean ofChild = fact.child().isPresent() && fact.of().isEmpty();
      boolean startOfThing = start.of().isPresent() && start.child().isEmpty();
      boolean startOfChild = start.child().isPresent() && start.of().isEmpty();
      if ((ofThing && startOfChild) || (ofChild && startOfThing && !standard.aboutChild())) {
        return false;
      }
      return sameThing && sameChild;
    }

    private Fact countedFrom(Fact first, Fact start) {
      List<Fact> may =
          facts.stream()
              .filter(fact -> standard.starts().from().contains(fact.kind()))
              .filter(fact -> belongs(fact, first) && fact.at().compareTo(first.at()) <= 0)
              .toList();
      return may.isEmpty() ? start : may.getLast();
    }

    private Clock clock(Fact first, Fact onRecord, Fact start, boolean again) {
      Period within = again ? standard.again().orElseThrow() : standard.within();
      Fact from = again ? start : countedFrom(first, start);
      Instant original = deadlines.after(from.at(), within, List.of());
      Instant due = deadlines.after(from.at(), within, still(first));
      List<Fact> done = shownBy(first, onRecord, start, again);
      List<Fact> ended = since(standard.ends(), first, start);
      List<Fact> notDone =
          since(standard.notDone(), first, start).stream()
              .filter(fact -> !isAnybodys(fact, first, onRecord))
              .toList();
      State state;
      Why why;
      Optional<Fact> by = Optional.empty();
      if (!done.isEmpty() && done.getFirst().at().compareTo(due) <= 0) {
        state = State.MET;
        why = Why.DONE_IN_TIME;
        by = Optional.of(done.getFirst());
      } else if (!ended.isEmpty() && ended.getFirst().at().compareTo(due) <= 0) {
        state = State.NOT_APPLICABLE;
        why = Why.ENDED_BEFORE_DUE;
        by = Optional.of(ended.getFirst());
      } else if (!done.isEmpty()) {
        state = State.LATE;
        why = Why.DONE_AFTER;
        by = Optional.of(done.getFirst());
      } else if (now.compareTo(due) <= 0) {
        state = State.DUE;
        why = due.equals(Instant.MAX) ? Why.STANDS_STILL : Why.TIME_LEFT;
        by = why == Why.STANDS_STILL ? Optional.of(stopping(first)) : by;
      } else if (!notDone.isEmpty()) {
        state = State.BREACHED;
        why = Why.RECORDED_NOT_DONE;
        by = Optional.of(notDone.getLast());
      } else {
        state = State.NOT_EVIDENCED;
        why = Why.NO_RECORD;
      }
      List<Fact> because = new ArrayList<>(List.of(start));
      because.addAll(from.equals(start) ? List.of() : List.of(from));
      by.ifPresent(because::add);
      because.sort(ORDER);
      return new Clock(
          standard,
          Optional.of(onRecord.equals(first) ? start : of(start, first)),
          Optional.of(original),
          due.equals(Instant.MAX) ? Optional.empty() : Optional.of(due),
          state,
          why,
          because,
          stops(first).stream().anyMatch(fact -> !isReasoned(fact)));
    }

    private List<Fact> stops(Fact first) {
      return facts.stream()
          .filter(fact -> belongs(fact, first))
          .filter(fact -> standard.pauses().stream().anyMatch(p -> p.from().equals(fact.kind())))
          .toList();
    }

    private static boolean isReasoned(Fact fact) {
      return !fact.reason().orElse("").isBlank();
    }

    /** The first stop with a reason that nothing has lifted. */
    private Fact stopping(Fact first) {
      Instant end = facts.getLast().at();
      return stops(first).stream()
          .filter(One::isReasoned)
          .filter(stop -> stands(List.of(stop), first, end))
          .findFirst()
          .orElseThrow();
    }

    /** Each minute in which a stop with a reason was not lifted yet. */
    private List<Deadlines.Stretch> still(Fact first) {
      List<Fact> stops = stops(first).stream().filter(One::isReasoned).toList();
      List<Deadlines.Stretch> still = new ArrayList<>();
      if (stops.isEmpty()) {
        return still;
      }
      Instant from = null;
      Instant minute = facts.getFirst().at();
      for (; !minute.isAfter(facts.getLast().at()); minute = minute.plusSeconds(60)) {
        boolean stands = stands(stops, first, minute);
        if (stands && from == null) {
          from = minute;
        } else if (!stands && from != null) {
          still.add(new Deadlines.Stretch(from, minute));
          from = null;
        }
      }
      if (from != null) {
        still.add(new Deadlines.Stretch(from, Instant.MAX));
      }
      return still;
    }

    private boolean stands(List<Fact> stops, Fact first, Instant minute) {
      for (Fact stop : stops) {
        for (Standard.Pause pause : standard.pauses()) {
          boolean lifted =
              facts.stream()
                  .anyMatch(fact ->
                      belongs(fact, first)
                          && fact.kind().equals(pause.to())
                          && isAfter(fact, stop)
                          && !fact.at().isAfter(minute));
          if (pause.from().equals(stop.kind()) && !stop.at().isAfter(minute) && !lifted) {
            return true;
          }
        }
      }
      return false;
    }
  }

  private static LocalDate day(Fact fact) {
    return fact.at().atZone(LONDON).toLocalDate();
  }

  private static int years(LocalDate born, LocalDate day) {
    int years = 0;
    while (!born.plusYears(years + 1L).isAfter(day)) {
      years++;
    }
    return years;
  }
}
