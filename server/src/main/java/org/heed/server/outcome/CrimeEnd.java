package org.heed.server.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A crime of a case's reports, and what became of it.
 *
 * @param number the crime's, for people
 * @param offence its class
 * @param given what was given, the latest first
 */
public record CrimeEnd(UUID crime, UUID report, String number, String offence, List<Given> given) {
  public CrimeEnd {
    given = List.copyOf(given);
  }

  /** An outcome that was given. */
  public record Given(String code, String title, String reason, Instant givenAt, String by) {
    @Override
    public String toString() {
      return code + " " + givenAt;
    }
  }

  /** The one that counts. */
  public Optional<Given> now() {
    return given.stream().findFirst();
  }

  @Override
  public String toString() {
    return "CrimeEnd[" + crime + "]";
  }
}
