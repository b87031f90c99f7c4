package org.heed.server.inspection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linked record that an inspector asked for.
 *
 * @param kind {@code report} or {@code case}
 * @param account who asked, called {@code by}
 * @param answers the latest last
 */
public record RecordRequest(
    UUID id,
    UUID inspection,
    UUID caseFile,
    String kind,
    UUID record,
    String reason,
    UUID account,
    String by,
    Instant at,
    List<Answer> answers) {
  public RecordRequest {
    answers = List.copyOf(answers);
  }

  /**
   * What somebody answered.
   *
   * @param until null where it is not granted
   */
  public record Answer(
      boolean granted, @Nullable Instant until, String reason, String by, Instant at) {
    @Override
    public String toString() {
      return "Answer[" + granted + "]";
    }
  }

  /** Whether nobody has answered. */
  public boolean isWaiting() {
    return answers.isEmpty();
  }

  /** Whether it is open at a moment. */
  public boolean isOpen(Instant now) {
    Instant until = answers.isEmpty() ? null : answers.getLast().until();
    return until != null && answers.getLast().granted() && until.isAfter(now);
  }

  /** The identifiers; the reason is personal. */
  @Override
  public String toString() {
    return "RecordRequest[" + id + "]";
  }
}
