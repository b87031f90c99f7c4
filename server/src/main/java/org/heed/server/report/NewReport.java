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
 * @param things places, vehicles, phones and accounts that it speaks of; null: it says nothing of
 *     them, and those of the version before hold
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
    List<NewMention> people,
    @Nullable List<NewThing> things) {

  public NewReport {
    Objects.requireNonNull(kind);
    people = List.copyOf(people);
    things = things == null ? null : List.copyOf(things);
  }

  /** One that says nothing of things. */
  public NewReport(
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
    this(
        source,
        reference,
        kind,
        route,
        area,
        narrative,
        occurredFrom,
        occurredTo,
        reportedAt,
        recordedAt,
        offence,
        grading,
        sourceSystem,
        policingPurpose,
        reviewOn,
        reason,
        people,
        null);
  }

  /** Source only; the rest is personal. */
  @Override
  public String toString() {
    return "NewReport[" + source + "]";
  }
}
