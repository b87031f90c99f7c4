package org.heed.simulator;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.heed.simulator.SimulatedEvent.CrimeCancelled;
import org.heed.simulator.SimulatedEvent.CrimeReclassified;
import org.heed.simulator.SimulatedEvent.CrimeRecorded;
import org.heed.simulator.SimulatedEvent.CrimeReinstated;
import org.heed.simulator.SimulatedEvent.FlagDecided;
import org.heed.simulator.SimulatedEvent.ReportAmended;
import org.heed.simulator.SimulatedEvent.ReportMade;
import org.heed.simulator.SimulatedEvent.ReportRestricted;
import org.jspecify.annotations.Nullable;

/** Events as NDJSON; a report alone is one line of an import file. */
final class EventJson {

  private final Lines out;

  EventJson(OutputStream stream) {
    this.out = new Lines(stream);
  }

  void flush() {
    out.flush();
  }

  /** A report as a line of its own, without the event's name. */
  void write(ReportMade report) {
    out.begin();
    fields(report);
    out.end();
  }

  void write(SimulatedEvent event) {
    out.begin();
    switch (event) {
      case ReportMade report -> {
        head("report-made", event);
        fields(report);
      }
      case CrimeRecorded crime -> {
        head("crime-recorded", event);
        out.text("reference", crime.reference());
        out.text("crime", crime.crimeKey());
        out.text("victim", crime.victimKey());
        out.text("offence", crime.offence());
        out.text("decided_by", crime.decidedBy());
      }
      case CrimeReclassified crime -> {
        head("crime-reclassified", event);
        decision(crime.reference(), crime.crimeKey(), crime.reason(), crime.decidedBy());
        out.text("offence", crime.offence());
      }
      case CrimeCancelled crime -> {
        head("crime-cancelled", event);
        decision(crime.reference(), crime.crimeKey(), crime.reason(), crime.decidedBy());
      }
      case CrimeReinstated crime -> {
        head("crime-reinstated", event);
        decision(crime.reference(), crime.crimeKey(), crime.reason(), crime.decidedBy());
      }
      case FlagDecided flag -> flag(flag);
      case ReportAmended amended -> {
        head("report-amended", event);
        decision(amended.reference(), null, amended.reason(), amended.amendedBy());
        out.text("narrative", amended.narrative());
      }
      case ReportRestricted restricted -> {
        head("report-restricted", event);
        decision(restricted.reference(), null, restricted.reason(), restricted.decidedBy());
      }
    }
    out.end();
  }

  private void head(String name, SimulatedEvent event) {
    out.text("event", name);
    out.text("at", event.at().toString());
  }

  private void decision(String reference, @Nullable String crime, String reason, String by) {
    out.text("reference", reference);
    if (crime != null) {
      out.text("crime", crime);
    }
    out.text("reason", reason);
    out.text("decided_by", by);
  }

  private void flag(FlagDecided flag) {
    head("flag-decided", flag);
    decision(flag.reference(), flag.crimeKey(), flag.reason(), flag.decidedBy());
    out.flag("exploitation", flag.exploitation());
    out.text("route", flag.route().id());
    out.object(
        "elements",
        () -> flag.elements().forEach(element -> out.text(element.name(), element.state().id())));
    out.text("instead_of", flag.insteadOf());
    LocalDate review = flag.reviewOn();
    out.text("review_on", review == null ? null : review.toString());
  }

  private void fields(ReportMade report) {
    out.text("source", report.source());
    out.text("reference", report.reference());
    out.text("kind", report.kind().id());
    out.text("route", report.route().id());
    out.text("agency", report.agency());
    out.text("area", report.area());
    out.text("occurred_from", time(report.occurredFrom()));
    out.text("occurred_to", time(report.occurredTo()));
    out.text("reported_at", time(report.reportedAt()));
    out.text("recorded_at", time(report.recordedAt()));
    out.text("recorded_by", report.recordedBy());
    IntelligenceGrade grade = report.grade();
    if (grade != null) {
      out.number("source_grade", grade.source());
      out.text("assessment_grade", String.valueOf(grade.assessment()));
      out.text("handling_grade", String.valueOf(grade.handling()));
    }
    out.text("narrative", report.narrative());
    out.list("people", report.people(), this::person);
    out.list("things", report.things(), this::thing);
  }

  private void person(PersonInvolved person) {
    out.text("key", person.personKey());
    out.text("role", person.role().id());
    out.text("given_name", person.given());
    out.text("family_name", person.family());
    LocalDate born = person.dateOfBirth();
    out.text("date_of_birth", born == null ? null : born.toString());
    Integer age = person.approximateAge();
    if (age != null) {
      out.number("approximate_age", age);
    }
    out.text("sex", person.sex());
    out.text("ethnicity", person.ethnicity());
    out.text("ethnicity_basis", person.ethnicityBasis());
    out.text("nationality", person.nationality());
    Boolean disability = person.disability();
    if (disability != null) {
      out.flag("disability", disability);
    }
    out.text("street", person.street());
    out.text("postcode", person.postcode());
    out.text("phone", person.phone());
  }

  private void thing(ThingInvolved thing) {
    out.text("kind", thing.kind().id());
    out.text("key", thing.thingKey());
    out.text("label", thing.label());
    out.text("detail", thing.detail());
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
