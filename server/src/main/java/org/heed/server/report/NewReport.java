package org.heed.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report to be recorded. Source and reference identify it: the same pair again is the same
 * report, and other content makes a new version of it.
 *
 * @param source the system or body it came from
 * @param reference that source's own reference
 * @param area code of the area it belongs to
 * @param occurredFrom earliest moment it can have happened
 * @param occurredTo latest moment it can have happened
 * @param reportedAt when someone told the source
 * @param recordedAt when the source recorded it; null: now
 * @param offence Home Office code as the source classified it
 * @param grading intelligence only: source, assessment and handling grades
 * @param sourceSystem whose clocks these are, for an imported report; null for one recorded here
 * @param policingPurpose why the report is held
 * @param reviewOn when holding it is reviewed; null: the rule of the rulebook
 * @param reason why an amended version replaces the one before
 */
public record NewReport(
    String source,
    String reference,
    ReportKind kind,
    @Nullable NoticeRoute route,
    String area,
    String narrative,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable Instant reportedAt,
    @Nullable Instant recordedAt,
    @Nullable String offence,
    @Nullable String grading,
    @Nullable String sourceSystem,
    String policingPurpose,
    @Nullable LocalDate reviewOn,
    @Nullable String reason,
    List<NewMention> people) {

  public NewReport {
    Objects.requireNonNull(kind);
    people = List.copyOf(people);
  }

  /** Source only; the rest is personal. */
  @Override
  public String toString() {
    return "NewReport[" + source + "]";
  }
}
