package org.heed.rulebook;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** An example that a counting rule carries. */
public sealed interface CountingExample {
  /** What happened, in words. */
  String about();

  Where at();

  /** Offences and the crimes that they make. */
  record Counted(String about, List<Offence> offences, List<Crime> crimes, Where at)
      implements CountingExample {
    public Counted {
      offences = List.copyOf(offences);
      crimes = List.copyOf(crimes);
    }
  }

  /**
   * An offence as it came to notice.
   *
   * @param by whoever did it, so far as they are told apart
   * @param reported when it came to notice
   * @param until the last day on which it happened
   * @param dealtWith whether the offender had been dealt with before
   */
  record Offence(
      String code,
      Optional<String> victim,
      Set<String> by,
      LocalDate reported,
      LocalDate until,
      boolean dealtWith) {
    public Offence {
      by = Set.copyOf(by);
    }
  }

  /**
   * A crime that is expected.
   *
   * @param victims whose it is; none: whoever
   * @param by whose crime; none: whoever
   * @param recorded the day whose report made it
   * @param was the class it was recorded under before it was reclassified
   * @param of how many offences it is made
   */
  record Crime(
      String code,
      Set<String> victims,
      Set<String> by,
      Optional<LocalDate> recorded,
      Optional<String> was,
      OptionalInt of) {
    public Crime {
      victims = Set.copyOf(victims);
      by = Set.copyOf(by);
    }
  }

  /** A crime that is, or is not, removed or kept apart on a ground. */
  record Grounded(
      String about, String offence, String ground, boolean registrar, boolean allowed, Where at)
      implements CountingExample {}

  /** A report and when its crime was recorded, in time or not. */
  record Timed(
      String about, LocalDateTime reported, LocalDateTime recorded, boolean inTime, Where at)
      implements CountingExample {}
}
