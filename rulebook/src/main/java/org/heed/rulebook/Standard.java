package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be done for a child, and by when.
 *
 * @param version of the standard, in its source
 * @param inForce the day from which the source has it so; it holds for what starts from then on
 * @param basis what it rests on
 * @param checked the day on which it was last held against the primary text, if it was
 * @param applies to whom
 * @param starts what starts the clock
 * @param metBy kinds of facts that show the action done
 * @param before whether the action counts that was done before the clock started
 * @param aboutChild whether what was done for a child shows it done although something else, such
 *     as a suspect's arrest, started it
 * @param named whether what shows it done, or says that it was not, has to name whose it is, where
 *     it could be another's
 * @param within how long it may take
 * @param again how long until it is due once more, each time that it was done
 * @param notDone kinds of facts that say it was not done
 * @param ends kinds of facts after which there is nothing left to do
 * @param pauses kinds of facts between which the clock stands still
 * @param warn how long before the deadline it nears
 * @param escalate who else is told, and how long after the deadline
 * @param danger whether it is about a danger now, so that lists show it first
 * @param beforeClosing whether a case that is closed before it is settled was closed too soon
 */
public record Standard(
    String id,
    String version,
    LocalDate inForce,
    String title,
    String says,
    String source,
    Basis basis,
    Optional<LocalDate> checked,
    Applies applies,
    Start starts,
    Set<String> metBy,
    boolean before,
    boolean aboutChild,
    boolean named,
    Period within,
    Optional<Period> again,
    Set<String> notDone,
    Set<String> ends,
    List<Pause> pauses,
    Optional<Period> warn,
    Escalation escalate,
    boolean danger,
    boolean beforeClosing,
    List<StandardExample> examples,
    Where at) {
  public Standard {
    metBy = Set.copyOf(metBy);
    notDone = Set.copyOf(notDone);
    ends = Set.copyOf(ends);
    pauses = List.copyOf(pauses);
    examples = List.copyOf(examples);
  }

  /** Every kind of fact that it runs by, those that show it done first. */
  public Stream<String> kinds() {
    return Stream.of(
            metBy,
            notDone,
            ends,
            pauses.stream().map(Pause::from).toList(),
            pauses.stream().map(Pause::to).toList(),
            starts.kinds(),
            starts.from())
        .flatMap(kinds -> kinds.stream().sorted())
        .distinct();
  }

  /**
   * Who is told besides whoever answers for it once a deadline is long past.
   *
   * @param after how long after the deadline
   */
  public record Escalation(Period after, To to) {}

  /** Whom a deadline that is long past is told to besides its owner. */
  public enum To {
    /** Those who supervise the case's area. */
    SUPERVISORS("supervisors"),
    /** Nobody else. */
    NOBODY("nobody");

    private final String word;

    To(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** What a standard rests on. */
  public enum Basis {
    /** An act, a statutory code or statutory guidance. */
    STATUTORY("statutory"),
    /** Adopted by the force or its partners. */
    LOCAL("local"),
    /** Proposed by Heed, where a finding has no clock of its own. */
    DEFAULT("default");

    private final String word;

    Basis(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * To whom a standard applies. Where something is not known it does.
   *
   * @param nations of the United Kingdom, or none for all
   * @param ageFrom the least age on the day of the start
   * @param ageTo the greatest age on the day of the start
   */
  public record Applies(Set<String> nations, OptionalInt ageFrom, OptionalInt ageTo) {
    public Applies {
      nations = Set.copyOf(nations);
    }
  }

  /**
   * What starts a clock: each fact of some kinds, or each by which so many have come together.
   *
   * @param times how many, 1 for each by itself
   * @param withinDays in how many days, the last included
   * @param from kinds of facts from the last of which, before the start, the time is counted; none:
   *     from the start
   * @param each kinds of facts that name children, for each of whom what names no child starts a
   *     clock; none: it starts one
   */
  public record Start(
      Set<String> kinds, int times, int withinDays, Set<String> from, Set<String> each) {
    public Start {
      kinds = Set.copyOf(kinds);
      from = Set.copyOf(from);
      each = Set.copyOf(each);
    }

    /** One whose time is counted from itself. */
    public Start(Set<String> kinds, int times, int withinDays) {
      this(kinds, times, withinDays, Set.of(), Set.of());
    }
  }

  /** What stops a clock for a while, and what lets it go on. */
  public record Pause(String from, String to) {}

  /** Whether going over the deadline is a breach, and not only outside of a default. */
  public boolean binds() {
    return basis != Basis.DEFAULT && checked.isPresent();
  }
}
