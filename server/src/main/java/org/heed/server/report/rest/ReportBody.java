package org.heed.server.report.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.api.Told;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.jspecify.annotations.Nullable;

/** A report as a program sends it. Times are ISO 8601 with an offset, dates ISO 8601. */
@Told("A report to be recorded.")
record ReportBody(
    @Told(value = "The system or body the report comes from.", required = true)
        @Nullable String source,
    @Told(
            value =
                "The source's own reference. The same source and reference again is the same report.",
            required = true)
        @Nullable String reference,
    @Told(
            value = "What came in; crime-report where it is left out.",
            oneOf = {"crime-report", "intelligence", "missing-episode", "referral"})
        @Nullable String kind,
    @Told(
            value = "How it came to notice.",
            oneOf = {
              "child",
              "third-party",
              "partner-agency",
              "online-referral",
              "found-by-police"
            })
        @Nullable String route,
    @Told("The area's code; your own where it is left out.") @Nullable String area,
    @Told(value = "What happened, in plain text, at most 10 million characters.", required = true)
        @Nullable String narrative,
    @Told("The earliest moment it can have happened.") @Nullable Instant occurredFrom,
    @Told("The latest moment it can have happened.") @Nullable Instant occurredTo,
    @Told("When someone told the source.") @Nullable Instant reportedAt,
    @Told("When the source recorded it; now where it is left out.") @Nullable Instant recordedAt,
    @Told("The Home Office code, as the source classified it.") @Nullable String offence,
    @Told("Of intelligence: source, assessment and handling grades.") @Nullable String grading,
    @Told("Why the report is held; safeguarding where it is left out.")
        @Nullable String policingPurpose,
    @Told("When holding it is reviewed.") @Nullable LocalDate reviewOn,
    @Told("Why this version replaces the one before.") @Nullable String reason,
    @Told("Whom the report speaks of.") @Nullable List<PersonBody> people,
    @Told(
            "Places, vehicles, phones and accounts that the report speaks of. Left out, a new version"
                + " keeps those of the one before.")
        @Nullable List<ThingBody> things) {

  /** A thing as a program sends it. */
  @Told("A place, vehicle, phone or account as the report writes it.")
  record ThingBody(
      @Told(
              value = "What it is.",
              required = true,
              oneOf = {"place", "vehicle", "phone", "account"})
          @Nullable String kind,
      @Told(value = "As written: an address, a plate or part of it, a number.", required = true)
          @Nullable String written,
      @Told("Kind of place, make and colour, or the service of an account.")
          @Nullable String detail,
      @Told("The source's own key for it.") @Nullable String key) {

    NewThing thing() {
      return new NewThing(
          ThingKind.parse(Objects.requireNonNullElse(kind, "")),
          Objects.requireNonNullElse(written, "").strip(),
          detail,
          key);
    }

    @Override
    public String toString() {
      return "ThingBody[hidden]";
    }
  }

  /** A person as a program sends them. */
  @Told("A person as the report speaks of them.")
  record PersonBody(
      @Told(
              value = "What they are in this report; other where it is left out.",
              oneOf = {
                "victim",
                "subject",
                "suspect",
                "witness",
                "parent-or-carer",
                "reporting-person",
                "associate",
                "other"
              })
          @Nullable String role,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate dateOfBirth,
      @Told("In years, as stated, where no date of birth is known.") @Nullable Integer age,
      @Nullable String sex,
      @Nullable String ethnicity,
      @Told(
              value = "How ethnicity was established.",
              oneOf = {"self-defined", "officer-defined", "not-stated"})
          @Nullable String ethnicityBasis,
      @Nullable String nationality,
      @Told("The source's own key for the person.") @Nullable String key) {

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
          people == null ? List.of() : people.stream().map(PersonBody::mention).toList(),
          things == null ? null : things.stream().map(ThingBody::thing).toList());
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
