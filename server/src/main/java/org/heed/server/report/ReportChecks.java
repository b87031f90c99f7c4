package org.heed.server.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.heed.server.access.Refused;
import org.jspecify.annotations.Nullable;

/** What makes a report refused: each sentence names the field and the cure, never the value. */
final class ReportChecks {
  private static final int LONGEST_NARRATIVE = 10_000_000;
  private static final int LONGEST_FIELD = 500;
  private static final int MOST_PEOPLE = 1_000;
  private static final int MOST_THINGS = 200;
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

  private ReportChecks() {}

  static void check(NewReport report, Instant now) {
    field("source", report.source());
    field("reference", report.reference());
    field("area", report.area());
    field("policing purpose", report.policingPurpose());
    length("offence", report.offence());
    length("grading", report.grading());
    length("source_system", report.sourceSystem());
    if (report.people().size() > MOST_PEOPLE) {
      throw invalid("people are more than " + MOST_PEOPLE);
    }
    if (report.narrative().isBlank()) {
      throw invalid("narrative is empty: say what happened");
    }
    if (report.narrative().length() > LONGEST_NARRATIVE) {
      throw invalid("narrative is longer than 10 million characters: split it");
    }
    if (report.narrative().indexOf('\0') >= 0) {
      throw invalid("narrative holds a NUL character, which cannot be kept");
    }
    Instant latest = now.plus(Duration.ofDays(1));
    moment("occurred_from", report.occurredFrom(), latest);
    moment("occurred_to", report.occurredTo(), latest);
    moment("reported_at", report.reportedAt(), latest);
    moment("recorded_at", report.recordedAt(), latest);
    if (report.occurredFrom() != null
        && report.occurredTo() != null
        && report.occurredTo().isBefore(report.occurredFrom())) {
      throw invalid("occurred_to is before occurred_from");
    }
    for (NewMention person : report.people()) {
      check(person, latest);
    }
    if (report.things() != null) {
      if (report.things().size() > MOST_THINGS) {
        throw invalid("things are more than " + MOST_THINGS);
      }
      for (NewThing thing : report.things()) {
        field("written", thing.written());
        length("detail", thing.detail());
        length("key", thing.sourceKey());
      }
    }
  }

  private static void check(NewMention person, Instant latest) {
    length("given_name", person.givenName());
    length("family_name", person.familyName());
    length("sex", person.sex());
    length("ethnicity", person.ethnicity());
    length("ethnicity_basis", person.ethnicityBasis());
    length("nationality", person.nationality());
    length("key", person.sourceKey());
    LocalDate born = person.dateOfBirth();
    if (born != null
        && (born.isBefore(LocalDate.of(1890, 1, 1))
            || born.isAfter(LocalDate.ofInstant(latest, ZoneOffset.UTC)))) {
      throw invalid("date_of_birth lies before 1890 or after today");
    }
    Integer age = person.statedAge();
    if (age != null && (age < 0 || age > 125)) {
      throw invalid("age is not between 0 and 125");
    }
  }

  private static void field(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw invalid(name + " is missing");
    }
    length(name, value);
  }

  private static void length(String name, @Nullable String value) {
    if (value != null && value.length() > LONGEST_FIELD) {
      throw invalid(name + " is longer than " + LONGEST_FIELD + " characters");
    }
  }

  private static void moment(String name, @Nullable Instant moment, Instant latest) {
    if (moment == null) {
      return;
    }
    if (moment.isBefore(EARLIEST)) {
      throw invalid(name + " lies before 1900");
    }
    if (moment.isAfter(latest)) {
      throw invalid(name + " lies in the future");
    }
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }
}
