package org.heed.server.recording.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heed.server.crime.CrimeStanding;
import org.heed.server.recording.Audited;
import org.heed.server.recording.ReportAudits;
import org.heed.server.report.ReportFile;
import org.heed.server.review.DecidedFlag;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code recording/report.jte}: a report drawn, beside what is on record of it. */
public record AuditReportPage(Page page, ReportAudits.Opened opened, Map<String, String> typed) {

  public String address() {
    return AuditTabs.address(opened.audit().id()) + "/reports/" + opened.drawn().report();
  }

  /** When it was known so. */
  public Instant known() {
    return Objects.requireNonNull(opened.audit().frame().known().moment());
  }

  public List<Fact> facts() {
    ReportFile report = opened.report().orElseThrow();
    return List.of(
        Fact.of("Reference", report.reference()),
        Fact.of("What came in", report.kind().title()),
        Fact.of("How it came to notice", report.route() == null ? "" : report.route().title()),
        Fact.of("Area", Words.title(report.area())),
        Fact.of("Reported", report.reportedAt() == null ? "" : Words.dateTime(report.reportedAt())),
        Fact.of("Recorded", Words.dateTime(report.recordedAt())),
        Fact.of("Offence named", report.offence() == null ? "None" : report.offence()));
  }

  /** A crime on record, in a sentence: its class, how it stands, how long it took. */
  public String crime(CrimeStanding crime) {
    boolean apart = !crime.counted() && !crime.act().takesOut();
    String standing =
        (crime.act().code().equals("recorded") ? "" : ", " + crime.act().code())
            + (apart ? ", kept apart: no crime on record" : "");
    Instant at = opened.recordedAt().get(crime.id());
    return crime.number()
        + ", class "
        + crime.offence()
        + standing
        + (at == null ? "" : ". Recorded " + Words.dateTime(at) + took(at))
        + ".";
  }

  private String took(Instant at) {
    ReportFile report = opened.report().orElseThrow();
    Instant from = report.reportedAt() == null ? report.recordedAt() : report.reportedAt();
    Duration took = Duration.between(from, at);
    return took.isNegative()
        ? ""
        : ", "
            + Words.age(from, at)
            + " after it was "
            + (report.reportedAt() == null ? "recorded" : "reported");
  }

  /** A decision on the flag, in words. */
  public String flag(DecidedFlag flag) {
    return Words.title(flag.decision())
        + ", "
        + Words.dateTime(flag.decidedAt())
        + ". "
        + flag.reason();
  }

  public List<Choice> flags() {
    return Choice.list(Audited.Flag.values(), typed("flag"));
  }

  public List<Choice> told() {
    List<Choice> all = new ArrayList<>();
    all.add(Choice.of("yes", "Yes").chosen(typed("told")));
    all.add(
        Choice.of("no", "No")
            .hint("Say in the reason what is missing. It may be anything, which widens the rates")
            .chosen(typed("told")));
    return all;
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What was said, in words. */
  public String said(Audited one) {
    Audited.Said said = one.said();
    return said.told()
        ? Words.count(said.should(), "crime", "crimes")
            + " should be recorded, "
            + Words.number(said.recorded())
            + " recorded, "
            + Words.number(said.classed())
            + " classed as the rules ask, "
            + Words.number(said.inTime())
            + " within 24 hours"
            + (said.wrongly() == null
                ? ""
                : ", " + Words.number(said.wrongly()) + " on record that should not be")
            + ". Flag: "
            + said.flag().title().toLowerCase(java.util.Locale.ROOT)
            + "."
        : "The record does not tell.";
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "AuditReportPage[" + opened.drawn().report() + "]";
  }
}
