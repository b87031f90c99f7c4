package org.heed.server.person;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as known, with every report that is said to mean them, newest first. The role belongs to
 * the report.
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
    List<Event> events) {

  public KnownPerson {
    events = List.copyOf(events);
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
    String given = givenName == null ? "" : givenName;
    String family = familyName == null ? "" : familyName;
    String name = (given + " " + family).strip();
    return name.isEmpty() ? "Name not known" : name;
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "KnownPerson[" + id + "]";
  }
}
