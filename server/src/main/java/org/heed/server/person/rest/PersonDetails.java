package org.heed.server.person.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.heed.server.access.Refused;
import org.heed.server.api.Told;
import org.heed.server.person.NewPerson;
import org.jspecify.annotations.Nullable;

/** What is known of a person, as a program sends it. */
@Told("What is known of a person. A name or a date of birth has to be there.")
record PersonDetails(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    @Told(
            value = "How exactly the date of birth is known; day or unknown where it is left out.",
            oneOf = {"day", "month", "year", "estimated", "unknown"})
        @Nullable String birthPrecision,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Told(
            value = "How ethnicity was established.",
            oneOf = {"self-defined", "officer-defined", "not-stated"})
        @Nullable String ethnicityBasis,
    @Nullable String nationality,
    @Nullable String disability,
    @Told(value = "Why, in your words.", required = true) @Nullable String reason) {
  private static final List<String> PRECISIONS =
      List.of("day", "month", "year", "estimated", "unknown");

  NewPerson person() {
    String precision =
        Objects.requireNonNullElse(birthPrecision, dateOfBirth == null ? "unknown" : "day");
    if (!PRECISIONS.contains(precision)) {
      throw new Refused(
          Refused.Code.INVALID, "birth_precision is one of " + String.join(", ", PRECISIONS));
    }
    return new NewPerson(
        givenName,
        familyName,
        dateOfBirth,
        precision,
        sex,
        ethnicity,
        ethnicityBasis,
        nationality,
        disability);
  }

  String because() {
    if (reason == null || reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
    return reason.strip();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PersonDetails[hidden]";
  }
}
