package org.heed.server.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** The record form as typed. */
public record RecordForm(
    String kind,
    String area,
    String route,
    String narrative,
    String occurred,
    String reported,
    String childGiven,
    String childFamily,
    String childBorn,
    String childAge) {

  /** Nothing typed yet. */
  public static RecordForm empty(String area) {
    return new RecordForm("crime-report", area, "", "", "", "", "", "", "", "");
  }

  /** What is wrong with it. */
  FormErrors errors(LocalDate today) {
    FormErrors errors = FormErrors.none();
    if (narrative.isBlank()) {
      errors = errors.and("narrative", "Enter what happened");
    }
    if (area.isBlank()) {
      errors = errors.and("area", "Select the area");
    }
    errors = day(errors, "occurred", "when it happened", occurred, today);
    errors = day(errors, "reported", "when it was reported", reported, today);
    errors = day(errors, "childBorn", "the child’s date of birth", childBorn, today);
    if (!childAge.isBlank() && !childAge.strip().matches("1?\\d?\\d")) {
      errors = errors.and("childAge", "Enter the age in whole years, such as 14");
    }
    return errors;
  }

  private static FormErrors day(
      FormErrors errors, String field, String what, String typed, LocalDate today) {
    if (typed.isBlank()) {
      return errors;
    }
    LocalDate day = date(typed);
    if (day == null) {
      return errors.and(field, "Enter " + what + " as a day, such as 2026-11-23");
    }
    return day.isAfter(today)
        ? errors.and(field, "Enter a day that is not in the future for " + what)
        : errors;
  }

  private static @Nullable LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }

  /** The report it describes, once it has no errors. */
  NewReport report(UUID reference) {
    String given = childGiven.strip();
    String family = childFamily.strip();
    boolean child =
        !given.isEmpty() || !family.isEmpty() || !childBorn.isBlank() || !childAge.isBlank();
    List<NewMention> people =
        child
            ? List.of(
                new NewMention(
                    MentionRole.VICTIM,
                    given.isEmpty() ? null : given,
                    family.isEmpty() ? null : family,
                    date(childBorn),
                    childAge.isBlank() ? null : Integer.valueOf(childAge.strip()),
                    null,
                    null,
                    null,
                    null,
                    null))
            : List.of();
    return new NewReport(
        "heed",
        reference.toString().toUpperCase(Locale.ROOT).substring(24),
        ReportKind.parse(kind),
        route.isBlank() ? null : NoticeRoute.parse(route),
        area,
        narrative.strip(),
        startOf(occurred),
        null,
        startOf(reported),
        null,
        null,
        null,
        null,
        "safeguarding",
        null,
        null,
        people);
  }

  private static @Nullable Instant startOf(String typed) {
    LocalDate day = date(typed);
    return day == null ? null : day.atStartOfDay(Words.LONDON).toInstant();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "RecordForm[hidden]";
  }
}
