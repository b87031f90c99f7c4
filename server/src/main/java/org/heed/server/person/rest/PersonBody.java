package org.heed.server.person.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.api.Told;
import org.heed.server.person.KnownPerson;
import org.jspecify.annotations.Nullable;

/** A person as JSON. */
@Told("A person as known, with the reports open to you that are said to mean them, newest first.")
record PersonBody(
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

  @Told("A report that means the person.")
  record Event(
      UUID report,
      String reference,
      String kind,
      String area,
      @Told("What they are in it.") String role,
      @Nullable Instant occurredFrom,
      Instant recordedAt,
      @Told(
              value = "Null where nothing prompts.",
              oneOf = {"decision", "look"})
          @Nullable String ask,
      @Told(
              value = "Null while undecided.",
              oneOf = {"yes", "no", "need-more"})
          @Nullable String flag,
      long crimes) {
    static Event of(KnownPerson.Event event) {
      return new Event(
          event.report(),
          event.reference(),
          event.kind(),
          event.area(),
          event.role(),
          event.occurredFrom(),
          event.recordedAt(),
          event.ask(),
          event.flag(),
          event.crimes());
    }
  }

  static PersonBody of(KnownPerson person) {
    return new PersonBody(
        person.id(),
        person.givenName(),
        person.familyName(),
        person.dateOfBirth(),
        person.birthPrecision(),
        person.sex(),
        person.ethnicity(),
        person.ethnicityBasis(),
        person.nationality(),
        person.disability(),
        person.events().stream().map(Event::of).toList());
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "PersonBody[" + id + "]";
  }
}
