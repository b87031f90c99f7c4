package org.heed.server.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** The record form as typed. People on whom nothing but a role was typed are left out. */
public record RecordForm(
    String kind,
    String area,
    String route,
    String narrative,
    String occurred,
    String reported,
    List<RecordPerson> people,
    List<RecordThing> things) {
  private static final int MOST_PEOPLE = 40;
  private static final int MOST_THINGS = 40;

  /** Copies; there is always somebody to type. A draft kept from before has no things. */
  @SuppressWarnings("ConstantValue") // what reads drafts knows nothing of nulls
  public RecordForm {
    things = things == null ? List.of() : List.copyOf(things);
    people =
        people == null || people.isEmpty()
            ? List.of(RecordPerson.empty(MentionRole.VICTIM))
            : List.copyOf(people);
  }

  /** Nothing typed yet. */
  public static RecordForm empty(String area) {
    return new RecordForm("crime-report", area, "", "", "", "", List.of(), List.of());
  }

  /** As sent. */
  static RecordForm of(Map<String, String> fields) {
    List<RecordPerson> people = new ArrayList<>();
    for (int number = 1; number <= MOST_PEOPLE; number++) {
      if (fields.containsKey(RecordPerson.field(number, "role"))) {
        people.add(RecordPerson.of(fields, number));
      }
    }
    List<RecordThing> things = new ArrayList<>();
    for (int number = 1; number <= MOST_THINGS; number++) {
      if (fields.containsKey(RecordThing.field(number, "kind"))) {
        things.add(RecordThing.of(fields, number));
      }
    }
    return new RecordForm(
        fields.getOrDefault("kind", "crime-report"),
        fields.getOrDefault("area", ""),
        fields.getOrDefault("route", ""),
        fields.getOrDefault("narrative", ""),
        fields.getOrDefault("occurred", ""),
        fields.getOrDefault("reported", ""),
        people,
        things);
  }

  /** As asked for: one more or one fewer of its people or things; null where nothing is asked. */
  @Nullable RecordForm changed(Map<String, String> fields) {
    String add = fields.get("add");
    if (add != null) {
      return add.equals("thing") ? withAnotherThing() : withAnother();
    }
    String remove = fields.getOrDefault("remove", "");
    if (remove.matches("[1-9][0-9]?")) {
      return without(Integer.parseInt(remove));
    }
    return remove.matches("thing-[1-9][0-9]?")
        ? withoutThing(Integer.parseInt(remove.substring("thing-".length())))
        : null;
  }

  private RecordForm withAnotherThing() {
    List<RecordThing> more = new ArrayList<>(things);
    if (more.size() < MOST_THINGS) {
      more.add(RecordThing.empty());
    }
    return new RecordForm(kind, area, route, narrative, occurred, reported, people, more);
  }

  private RecordForm withoutThing(int number) {
    List<RecordThing> fewer = new ArrayList<>(things);
    if (number <= fewer.size()) {
      fewer.remove(number - 1);
    }
    return new RecordForm(kind, area, route, narrative, occurred, reported, people, fewer);
  }

  /** With room for one person more. */
  RecordForm withAnother() {
    List<RecordPerson> more = new ArrayList<>(people);
    if (more.size() < MOST_PEOPLE) {
      more.add(RecordPerson.empty(MentionRole.SUSPECT));
    }
    return with(more);
  }

  /** Without the {@code number}-th person. */
  RecordForm without(int number) {
    List<RecordPerson> fewer = new ArrayList<>(people);
    if (number >= 1 && number <= fewer.size()) {
      fewer.remove(number - 1);
    }
    return with(fewer);
  }

  private RecordForm with(List<RecordPerson> others) {
    return new RecordForm(kind, area, route, narrative, occurred, reported, others, things);
  }

  /** What is wrong with it. */
  FormErrors errors(LocalDate today) {
    FormErrors errors = FormErrors.none();
    if (narrative.isBlank()) {
      errors = errors.and("narrative", "Enter what happened");
    }
    if (Stream.of(ReportKind.values()).noneMatch(one -> one.code().equals(kind))) {
      errors = errors.and("kind", "Select the kind of report");
    }
    if (!route.isBlank()
        && Stream.of(NoticeRoute.values()).noneMatch(one -> one.code().equals(route))) {
      errors = errors.and("route", "Select how it came to notice");
    }
    if (area.isBlank()) {
      errors = errors.and("area", "Select the area");
    }
    errors = day(errors, "occurred", "when it happened", occurred, today);
    errors = day(errors, "reported", "when it was reported", reported, today);
    int number = 0;
    for (RecordPerson person : people) {
      errors = person.errors(errors, ++number, today);
    }
    number = 0;
    for (RecordThing thing : things) {
      errors = thing.errors(errors, ++number);
    }
    return errors;
  }

  static FormErrors day(
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

  static @Nullable LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed.strip());
    } catch (java.time.format.DateTimeParseException e) {
      return null;
    }
  }

  /** The report it describes, once it has no errors. */
  NewReport report(UUID reference) {
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
        people.stream().filter(one -> !one.isEmpty()).map(RecordPerson::mention).toList(),
        things.stream().filter(one -> !one.isEmpty()).map(RecordThing::thing).toList());
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
