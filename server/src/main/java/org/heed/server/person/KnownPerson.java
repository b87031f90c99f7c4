package org.heed.server.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as known, with every report that is said to mean them, newest first. The role belongs to
 * the report.
 *
 * @param identity the person of the record under whose identifier all who are this one are known
 * @param also the others
 * @param said the decisions that it rests on, the newest first
 */
public record KnownPerson(
    UUID id,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    String birthPrecision,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Nullable String ethnicityBasis,
    @Nullable String nationality,
    @Nullable String disability,
    UUID identity,
    List<Also> also,
    List<Event> events,
    List<Said> said) {

  public KnownPerson {
    also = List.copyOf(also);
    events = List.copyOf(events);
    said = List.copyOf(said);
  }

  /** Another person of the record, said to be this one. */
  public record Also(UUID person, String name, @Nullable LocalDate dateOfBirth) {
    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Also[" + person + "]";
    }
  }

  /**
   * What somebody decided about whom a report means or who is who.
   *
   * @param kind linked, unlinked, refused, same, different or unknown
   * @param by who decided
   * @param reference of the report whose mention it is about, or null
   * @param one a person, where it is about two, or null
   * @param other the other
   */
  public record Said(
      Instant at,
      String by,
      String kind,
      String reason,
      @Nullable UUID report,
      @Nullable String reference,
      @Nullable UUID one,
      @Nullable UUID other) {
    /** The kind only; the rest is personal. */
    @Override
    public String toString() {
      return "Said[" + kind + "]";
    }
  }

  /**
   * A report that means them.
   *
   * @param flag yes, no, need-more, or null while undecided
   */
  public record Event(
      UUID report,
      String reference,
      String kind,
      String area,
      String role,
      @Nullable Instant occurredFrom,
      Instant recordedAt,
      @Nullable String ask,
      @Nullable String flag,
      long crimes) {

    /** When it happened or, where that is not known, was recorded. */
    public Instant when() {
      return occurredFrom == null ? recordedAt : occurredFrom;
    }
  }

  /** The name as known. */
  public String name() {
    return PersonName.of(givenName, familyName);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "KnownPerson[" + id + "]";
  }
}
