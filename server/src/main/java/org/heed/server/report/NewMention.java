package org.heed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person as a report speaks of them.
 *
 * @param statedAge in years, where no date of birth is known
 * @param ethnicityBasis self-defined, officer-defined or not-stated: how it was established
 * @param sourceKey the source system's own key for the person
 */
public record NewMention(
    MentionRole role,
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable LocalDate dateOfBirth,
    @Nullable Integer statedAge,
    @Nullable String sex,
    @Nullable String ethnicity,
    @Nullable String ethnicityBasis,
    @Nullable String nationality,
    @Nullable String sourceKey) {

  /** Age in whole years at the moment, from the date of birth or else as stated. */
  public @Nullable Integer ageAt(Instant moment) {
    if (dateOfBirth == null) {
      return statedAge;
    }
    int years = Period.between(dateOfBirth, LocalDate.ofInstant(moment, ZoneOffset.UTC)).getYears();
    return years < 0 ? null : years;
  }

  /**
   * Whether both are the same person by what is said alone: by the source's key, or, where neither
   * has one, word for word, with a name or a date of birth among the words.
   */
  public boolean saysSameAs(NewMention other) {
    if (sourceKey != null || other.sourceKey() != null) {
      return Objects.equals(sourceKey, other.sourceKey());
    }
    boolean named = givenName != null || familyName != null || dateOfBirth != null;
    return named
        && role == other.role()
        && Objects.equals(givenName, other.givenName())
        && Objects.equals(familyName, other.familyName())
        && Objects.equals(dateOfBirth, other.dateOfBirth())
        && Objects.equals(statedAge, other.statedAge());
  }

  /** The role only; the rest is personal. */
  @Override
  public String toString() {
    return "NewMention[" + role + "]";
  }
}
