package org.heed.server.missing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One missing episode with all that is on record of it.
 *
 * @param report that told of it, if one did and is open to the asker
 * @param grades of the risk, from the first
 */
public record Episode(
    UUID id,
    UUID person,
    String name,
    @Nullable LocalDate born,
    String area,
    @Nullable UUID report,
    @Nullable Instant lastSeenAt,
    Instant reportedAt,
    @Nullable String reportedBy,
    String circumstances,
    String recordedBy,
    List<Graded> grades,
    Optional<Found> found,
    List<Interview> interviews) {

  public Episode {
    grades = List.copyOf(grades);
    interviews = List.copyOf(interviews);
  }

  /** A grade with its officer and reason. */
  public record Graded(
      RiskGrade grade, String reason, @Nullable String advised, String by, Instant at) {
    /** The grade only. */
    @Override
    public String toString() {
      return "Graded[" + grade + "]";
    }
  }

  /** How it ended. */
  public record Found(
      Instant at, String place, String foundBy, String condition, String recordedBy) {
    /** When only; the rest is personal. */
    @Override
    public String toString() {
      return "Found[" + at + "]";
    }
  }

  /** The grade that holds. */
  public Optional<Graded> grade() {
    return grades.isEmpty() ? Optional.empty() : Optional.of(grades.getLast());
  }

  /** The last word on one of the interviews that says what became of it. */
  public Optional<Interview> interview(Interview.Kind kind) {
    return interviews.stream()
        .filter(one -> one.kind() == kind && one.counts())
        .filter(one ->
            one.outcome() != Interview.Outcome.AVAILABLE
                && one.outcome() != Interview.Outcome.UNAVAILABLE)
        .reduce((_, last) -> last);
  }

  /** Age in whole years when they were reported missing; null where no date of birth is known. */
  public @Nullable Integer age() {
    return born == null
        ? null
        : Integer.valueOf(
            Period.between(born, LocalDate.ofInstant(reportedAt, Words.LONDON)).getYears());
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "Episode[" + id + "]";
  }
}
