package org.heed.server.report;

import java.time.LocalDate;
import org.heed.rulebook.Limit;
import org.heed.rulebook.Limits;

/** When somebody decides whether a report is still held, where its source names no day. */
public interface RetentionRule {
  /** The day for what was recorded on one. */
  LocalDate reviewOn(LocalDate recorded);

  /** By a rulebook's limits. */
  static LocalDate reviewOn(Limits limits, LocalDate recorded) {
    return limits.of(Limit.Of.RETENTION_REVIEW, recorded).lastDay(recorded);
  }
}
