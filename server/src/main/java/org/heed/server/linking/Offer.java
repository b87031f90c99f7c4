package org.heed.server.linking;

import java.time.LocalDate;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.server.person.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Somebody known whom a report may speak of, and why.
 *
 * @param reports how many reports open to the asker mean them
 * @param said the words that were compared: the person's own, or those of a report
 * @param report whose words they are; null where they are the person's own
 * @param reference of that report
 */
public record Offer(
    UUID person,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    long reports,
    Spoken said,
    @Nullable UUID report,
    @Nullable String reference,
    Explanation why,
    String model) {

  /** The name as known. */
  public String name() {
    return PersonName.of(givenName, familyName);
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Offer[" + person + "]";
  }
}
