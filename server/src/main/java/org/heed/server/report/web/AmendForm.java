package org.heed.server.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.report.Amendment;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportKind;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The form of an amendment as typed.
 *
 * @param version the one that is amended
 * @param until the last day on which it happened
 */
public record AmendForm(int version, RecordForm report, String until, String reason) {

  /** As the report stands. */
  static AmendForm of(ReportFile file) {
    return new AmendForm(
        file.version(),
        new RecordForm(
            file.kind().code(),
            file.area(),
            file.route() == null ? "" : file.route().code(),
            file.narrative(),
            day(file.occurredFrom()),
            day(file.reportedAt()),
            file.people().stream().map(RecordPerson::of).toList(),
            file.things().stream().map(RecordThing::of).toList()),
        day(file.occurredTo()),
        "");
  }

  /** As sent, for a report whose area stays. */
  static AmendForm of(Map<String, String> fields, ReportFile file) {
    String version = fields.getOrDefault("version", "");
    RecordForm typed = RecordForm.of(fields);
    return new AmendForm(
        version.matches("[1-9][0-9]{0,6}") ? Integer.parseInt(version) : 0,
        new RecordForm(
            typed.kind(),
            file.area(),
            typed.route(),
            typed.narrative(),
            typed.occurred(),
            typed.reported(),
            typed.people(),
            typed.things()),
        fields.getOrDefault("until", ""),
        fields.getOrDefault("reason", ""));
  }

  /** The same words, meant for the report as it stands now. */
  AmendForm at(int newest) {
    return new AmendForm(newest, report, until, reason);
  }

  AmendForm with(RecordForm other) {
    return new AmendForm(version, other, until, reason);
  }

  FormErrors errors(LocalDate today, ReportFile file) {
    FormErrors errors = report.errors(today);
    errors = RecordForm.day(errors, "until", "when it ended", until, today);
    LocalDate from = RecordForm.date(report.occurred());
    LocalDate to = RecordForm.date(until);
    if (from != null && to != null && to.isBefore(from)) {
      errors = errors.and("until", "Enter a day on which it ended that is not before it began");
    }
    if (!file.people().isEmpty() && report.people().stream().allMatch(RecordPerson::isEmpty)) {
      errors = errors.and("person-1-given", "Leave one at least of the people spoken of");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why the report is amended");
    }
    return errors;
  }

  /** The amendment it describes, once it has no errors; a day that stays keeps its hour. */
  Amendment amendment(ReportFile file) {
    Instant from = moment(report.occurred(), file.occurredFrom());
    Instant to = moment(until, file.occurredTo());
    List<Amendment.Person> people = new ArrayList<>();
    for (RecordPerson person : report.people()) {
      if (!person.isEmpty() || known(person, file)) {
        people.add(new Amendment.Person(person.mention(), was(person)));
      }
    }
    return new Amendment(
        version,
        ReportKind.parse(report.kind()),
        report.route().isBlank() ? null : NoticeRoute.parse(report.route()),
        report.narrative().strip(),
        from,
        from != null && to != null && to.isBefore(from) ? from : to,
        moment(report.reported(), file.reportedAt()),
        people,
        report.things().stream()
            .filter(thing -> !thing.isEmpty())
            .map(thing -> new Amendment.Thing(thing.thing(), uuid(thing.was())))
            .toList(),
        reason.strip());
  }

  /** Somebody of whom a role alone was known stays, though nothing else is typed. */
  private static boolean known(RecordPerson person, ReportFile file) {
    UUID was = was(person);
    return file.people().stream()
        .anyMatch(one -> one.id().equals(was) && RecordPerson.of(one).isEmpty());
  }

  private static @Nullable UUID was(RecordPerson person) {
    return uuid(person.was());
  }

  private static @Nullable UUID uuid(String was) {
    try {
      return was.isEmpty() ? null : UUID.fromString(was);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Instant moment(String typed, @Nullable Instant before) {
    if (typed.strip().equals(day(before))) {
      return before;
    }
    LocalDate day = RecordForm.date(typed);
    return day == null ? null : day.atStartOfDay(Words.LONDON).toInstant();
  }

  private static String day(@Nullable Instant moment) {
    return moment == null ? "" : LocalDate.ofInstant(moment, Words.LONDON).toString();
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "AmendForm[hidden]";
  }
}
