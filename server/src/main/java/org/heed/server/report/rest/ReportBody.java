package org.heed.server.report.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.jspecify.annotations.Nullable;

/** A report as a program sends it. Times are ISO 8601 with an offset, dates ISO 8601. */
record ReportBody(
    @Nullable String source,
    @Nullable String reference,
    @Nullable String kind,
    @Nullable String route,
    @Nullable String area,
    @Nullable String narrative,
    @Nullable Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable Instant reportedAt,
    @Nullable Instant recordedAt,
    @Nullable String offence,
    @Nullable String grading,
    @Nullable String policingPurpose,
    @Nullable LocalDate reviewOn,
    @Nullable String reason,
    @Nullable List<PersonBody> people) {

  /** A person as a program sends them. */
  record PersonBody(
      @Nullable String role,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Nullable Integer age,
      @Nullable String sex,
      @Nullable String ethnicity,
      @Nullable String ethnicityBasis,
      @Nullable String nationality,
      @Nullable String key) {

    NewMention mention() {
      return new NewMention(
          MentionRole.parse(Objects.requireNonNullElse(role, "other")),
          givenName,
          familyName,
          dateOfBirth,
          age,
          sex,
          ethnicity,
          ethnicityBasis,
          nationality,
          key);
    }

    @Override
    public String toString() {
      return "PersonBody[hidden]";
    }
  }

  NewReport report(Caller caller) {
    try {
      return new NewReport(
          Objects.requireNonNullElse(source, ""),
          Objects.requireNonNullElse(reference, ""),
          ReportKind.parse(Objects.requireNonNullElse(kind, "crime-report")),
          route == null ? null : NoticeRoute.parse(route),
          area == null ? usualArea(caller) : area,
          Objects.requireNonNullElse(narrative, ""),
          occurredFrom,
          occurredTo,
          reportedAt,
          recordedAt,
          offence,
          grading,
          null,
          Objects.requireNonNullElse(policingPurpose, "safeguarding"),
          reviewOn,
          reason,
          people == null ? List.of() : people.stream().map(PersonBody::mention).toList());
    } catch (IllegalArgumentException e) {
      throw new Refused(
          Refused.Code.INVALID, Objects.requireNonNullElse(e.getMessage(), "invalid value"));
    }
  }

  private static String usualArea(Caller caller) {
    List<String> areas = caller.areas();
    return areas == null || areas.isEmpty() ? "not-known" : areas.getFirst();
  }

  @Override
  public String toString() {
    return "ReportBody[hidden]";
  }
}
