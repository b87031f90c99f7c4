package org.heed.simulator;

import java.io.OutputStream;

/** Truths as NDJSON. */
final class TruthJson {

  private final Lines out;

  TruthJson(OutputStream stream) {
    this.out = new Lines(stream);
  }

  void flush() {
    out.flush();
  }

  void write(Truth truth) {
    out.begin();
    switch (truth) {
      case Truth.OfReport report -> report(report);
      case Truth.OfCrime crime -> {
        out.text("crime", crime.crimeKey());
        out.text("reference", crime.reference());
        out.flag("exploitation", crime.exploitation());
        out.text("child", crime.child());
        out.flag("flagged", crime.flagged());
        out.flag("standing", crime.standing());
      }
      case Truth.Offence offence -> {
        out.text("offence", offence.offenceKey());
        out.text("child", offence.child());
        out.text("group", offence.group());
        out.text("occurred", offence.occurred().toString());
        out.text("reported", offence.reported());
        out.text("crime", offence.crimeKey());
      }
      case Truth.Person person -> {
        out.text("person", person.trueKey());
        out.text("part", person.part());
        out.texts("keys", person.personKeys());
      }
      case Truth.Group group -> group(group);
      case Truth.OfOfficer officer -> {
        out.text("officer", officer.officer());
        out.number("care", Math.round(officer.care() * 1000) / 1000.0);
      }
      case Truth.OfYear year -> {
        out.text("from", year.from().toString());
        out.text("to", year.to().toString());
        out.number("offences", year.offences());
        out.number("recorded", year.recorded());
        out.number("flagged", year.flagged());
        out.number("wrongly_flagged", year.wronglyFlagged());
      }
      case Truth.Milestone milestone -> {
        out.text("milestone", milestone.name());
        out.text("at", milestone.at().toString());
      }
    }
    out.end();
  }

  private void report(Truth.OfReport report) {
    out.text("reference", report.reference());
    out.flag("exploitation", report.exploitation());
    out.text("topic", report.topic().id());
    out.text("situation", report.situation());
    out.text("group", report.group());
    out.texts("children", report.children());
    out.texts("suspects", report.suspects());
    out.text("officer", report.officer());
    out.list(
        "expresses",
        report.expresses(),
        words -> {
          out.text("concept", words.concept());
          out.texts("context", words.context());
          out.number("start", words.start());
          out.number("end", words.end());
        });
  }

  private void group(Truth.Group group) {
    out.text("group", group.groupKey());
    out.text("form", group.form());
    out.text("area", group.area());
    out.text("from", group.from().toString());
    out.text("to", group.to().toString());
    out.texts("suspects", group.suspects());
    out.texts("children", group.children());
    out.texts("places", group.places());
    out.texts("vehicles", group.vehicles());
    out.texts("phones", group.phones());
  }
}
