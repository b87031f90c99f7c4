package org.heed.server.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice, an order or a closure on record.
 *
 * @param title as the rulebook had it when it was recorded
 * @param whom against whom or what it is
 * @param member of the case, against whom it is; null: a place
 * @param person of the record, whom that member is; null: not said
 * @param thing the place of the record; null: not said
 * @param reference by which a court or the force knows it
 * @param expiresAt null: until it is ended
 * @param steps in order
 */
public record IssuedMeasure(
    UUID id,
    UUID caseFile,
    String number,
    String measure,
    String title,
    String whom,
    @Nullable UUID member,
    @Nullable UUID person,
    @Nullable UUID thing,
    String conditions,
    @Nullable String reference,
    Instant issuedAt,
    @Nullable Instant expiresAt,
    String by,
    List<Step> steps) {
  public IssuedMeasure {
    steps = List.copyOf(steps);
  }

  /** What was said of it. */
  public record Step(MeasureStep step, Instant at, String says, String by) {
    @Override
    public String toString() {
      return step + " " + at;
    }
  }

  /** When it ended: as somebody said, or as it ran out. */
  public Optional<Instant> endedAt() {
    Optional<Instant> said =
        steps.stream()
            .filter(one -> one.step() == MeasureStep.ENDED)
            .map(Step::at)
            .min(Instant::compareTo);
    Instant out = expiresAt;
    return out == null || said.filter(at -> at.isBefore(out)).isPresent() ? said : Optional.of(out);
  }

  /** Whether it binds at a moment. */
  public boolean binds(Instant moment) {
    return endedAt().filter(at -> !at.isAfter(moment)).isEmpty();
  }

  /** How often it was broken. */
  public long breaches() {
    return steps.stream().filter(one -> one.step() == MeasureStep.BREACHED).count();
  }

  /** Which; the rest may be personal. */
  @Override
  public String toString() {
    return measure + " " + id;
  }
}
