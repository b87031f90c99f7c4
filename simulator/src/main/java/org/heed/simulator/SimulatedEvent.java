package org.heed.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something the simulated force learnt or did. The stream is in order of {@link #at}; a loader
 * replays it through an injected clock, so that the record has real vintages. References, crime
 * keys and person keys are those of the force's own systems, and each is introduced before it is
 * used.
 */
public sealed interface SimulatedEvent {

  /** When the force learnt or did it. */
  Instant at();

  /** The reference of the report that this event belongs to. */
  String reference();

  /**
   * A report as recorded.
   *
   * @param source the system it was recorded in; {@code source} and {@code reference} identify it
   * @param agency who told the force, in words ({@code school}, {@code health}, {@code public} …)
   * @param area code of the borough, see {@link Borough}
   * @param occurredFrom earliest moment it can have happened, null when not known
   * @param occurredTo latest moment it can have happened, null when not known
   * @param reportedAt when someone told the force
   * @param recordedAt when an officer entered it, equal to {@link #at}
   * @param recordedBy the officer's identifier
   * @param grade intelligence reports only
   */
  record ReportMade(
      Instant at,
      String reference,
      ReportKind kind,
      String source,
      NoticeRoute route,
      String agency,
      String area,
      String narrative,
      @Nullable Instant occurredFrom,
      @Nullable Instant occurredTo,
      Instant reportedAt,
      Instant recordedAt,
      String recordedBy,
      @Nullable IntelligenceGrade grade,
      List<PersonInvolved> people,
      List<ThingInvolved> things)
      implements SimulatedEvent {
    /** Copies the lists. */
    public ReportMade {
      people = List.copyOf(people);
      things = List.copyOf(things);
    }

    /** Names the report only; the rest is personal. */
    @Override
    public String toString() {
      return "ReportMade[" + at + " " + kind + " " + reference + "]";
    }
  }

  /**
   * A crime recorded from a report, one for each victim.
   *
   * @param victimKey person key of the victim, null when there is none or none is known
   * @param offence Home Office offence code, or {@code N100} for a reported rape not (yet)
   *     confirmed
   */
  record CrimeRecorded(
      Instant at,
      String crimeKey,
      String reference,
      @Nullable String victimKey,
      String offence,
      String decidedBy)
      implements SimulatedEvent {}

  /** A crime moved to another offence code. */
  record CrimeReclassified(
      Instant at,
      String crimeKey,
      String reference,
      String offence,
      String reason,
      String decidedBy)
      implements SimulatedEvent {}

  /** A crime cancelled (no-crimed). */
  record CrimeCancelled(
      Instant at, String crimeKey, String reference, String reason, String decidedBy)
      implements SimulatedEvent {}

  /** A cancelled crime that counts again. */
  record CrimeReinstated(
      Instant at, String crimeKey, String reference, String reason, String decidedBy)
      implements SimulatedEvent {}

  /**
   * A decision that a crime, or a report without a crime, is child sexual exploitation or is not.
   * The newest decision stands.
   *
   * @param crimeKey the crime decided on, null when the decision is on the report
   * @param insteadOf on a no, what it is instead: {@code csa}, {@code cce}, {@code missing}, {@code
   *     peer}, {@code other}; null on a yes
   * @param reviewOn when the decision is to be looked at again, null when never
   */
  record FlagDecided(
      Instant at,
      String reference,
      @Nullable String crimeKey,
      boolean exploitation,
      FlagRoute route,
      List<FlagElement> elements,
      @Nullable String insteadOf,
      String reason,
      String decidedBy,
      @Nullable LocalDate reviewOn)
      implements SimulatedEvent {
    /** Copies the list. */
    public FlagDecided {
      elements = List.copyOf(elements);
    }
  }

  /** A new version of a report's narrative; the old one remains known as it was. */
  record ReportAmended(
      Instant at, String reference, String narrative, String reason, String amendedBy)
      implements SimulatedEvent {
    /** Names the report only; the rest is personal. */
    @Override
    public String toString() {
      return "ReportAmended[" + at + " " + reference + "]";
    }
  }

  /** A report closed to everyone without a need to know. */
  record ReportRestricted(Instant at, String reference, String reason, String decidedBy)
      implements SimulatedEvent {}
}
