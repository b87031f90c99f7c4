package org.heed.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report of its own force, kept for safeguarding: what most tests record. */
public final class SampleReport {
  private SampleReport() {}

  /** One without offence, grading, other system, day of review or reason to amend. */
  public static NewReport of(
      String source,
      String reference,
      ReportKind kind,
      @Nullable NoticeRoute route,
      String area,
      String narrative,
      @Nullable Instant occurredFrom,
      @Nullable Instant occurredTo,
      @Nullable Instant reported,
      @Nullable Instant recorded,
      List<NewMention> people) {
    return new NewReport(
        source,
        reference,
        kind,
        route,
        area,
        narrative,
        occurredFrom,
        occurredTo,
        reported,
        recorded,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        people);
  }
}
