package org.heed.server.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param birthPrecision day, month, year, estimated or unknown
 * @param ethnicityBasis self-defined, officer-defined or not-stated: how it was established
 */
public record NewPerson(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    String birthPrecision,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Nullable String ethnicityBasis,
    @Nullable String nationality,
    @Nullable String disability) {

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewPerson[hidden]";
  }
}
