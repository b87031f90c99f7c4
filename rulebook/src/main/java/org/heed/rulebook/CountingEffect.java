package org.heed.rulebook;

import java.util.List;
import java.util.Set;

/** What a counting rule does with the offences of reports, or with a crime that is recorded. */
public sealed interface CountingEffect {
  /** What one crime is counted for. */
  enum Unit {
    /** Each victim of one offender, or of one group of them. */
    VICTIM("victim"),
    /** Each victim and each offender. */
    OFFENDER("offender"),
    /** Each offender, or each group of them, whoever was affected. */
    OFFENDERS("offenders");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * One crime for each of a unit.
   *
   * @param codes the offences it is for; none: all that no other rule names
   * @param victimless whether it is for offences without a victim
   */
  record Each(Unit unit, Set<String> codes, boolean victimless) implements CountingEffect {
    public Each {
      codes = Set.copyOf(codes);
    }
  }

  /** What came to notice together is one incident; what goes on after is another. */
  record FinishedIncident() implements CountingEffect {}

  /** Of several offences in an incident the most serious is recorded. */
  record PrincipalCrime() implements CountingEffect {}

  /** Recorded beside the principal crime, not in its place. */
  record InAddition(Set<String> codes) implements CountingEffect {
    public InAddition {
      codes = Set.copyOf(codes);
    }
  }

  /** Offences that are part of others in the same incident, whatever their order. */
  record PartOf(Set<String> codes, Set<String> of) implements CountingEffect {
    public PartOf {
      codes = Set.copyOf(codes);
      of = Set.copyOf(of);
    }
  }

  /** Conduct that goes on within so many months belongs to the crime recorded already. */
  record GoesOn(Set<String> codes, int months) implements CountingEffect {
    public GoesOn {
      codes = Set.copyOf(codes);
    }
  }

  /** Offences by several whom nobody can tell apart: one crime for them together. */
  record UndefinedOffenders(Set<String> codes) implements CountingEffect {
    public UndefinedOffenders {
      codes = Set.copyOf(codes);
    }
  }

  /** Kept apart, for one of these reasons. */
  record Apart(List<CrimeGround> grounds) implements CountingEffect {
    public Apart {
      grounds = List.copyOf(grounds);
    }
  }

  /** Recorded within so many hours of the report. */
  record RecordWithin(int hours) implements CountingEffect {}

  /** A recorded crime is removed on one of these grounds only. */
  record Removal(List<CrimeGround> grounds) implements CountingEffect {
    public Removal {
      grounds = List.copyOf(grounds);
    }
  }
}
