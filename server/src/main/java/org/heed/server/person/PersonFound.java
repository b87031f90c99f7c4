package org.heed.server.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person that a search found, with enough to tell them from others. */
public record PersonFound(
    UUID person,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    long reports) {

  /** The name as known. */
  public String name() {
    return PersonName.of(givenName, familyName);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "PersonFound[" + person + "]";
  }
}
