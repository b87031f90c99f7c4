package org.heed.server.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Refused;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.Operations;
import org.heed.server.report.ReportDesk;
import org.heed.server.report.ReportKind;
import org.jspecify.annotations.Nullable;

/** Makes a report of a row, as a mapping says, or says which column is to blame. */
final class RowConverter {
  private static final int LONGEST = 500;
  private static final String PURPOSE = "safeguarding";

  private final Mapping mapping;
  private final Clock clock;

  RowConverter(Mapping mapping, Clock clock) {
    this.mapping = mapping;
    this.clock = clock;
  }

  NewReport convert(SourceRow row) throws RowRefused {
    Map<String, String> cells = row.cells();
    Map<Field, FieldSource> fields = mapping.report();
    String source = required(Field.SOURCE, fields, cells);
    Moments.Written from = moment(Field.OCCURRED_FROM, fields, cells);
    Moments.Written to = moment(Field.OCCURRED_TO, fields, cells);
    Moments.Written reported = moment(Field.REPORTED_AT, fields, cells);
    Moments.Written recorded = moment(Field.RECORDED_AT, fields, cells);
    Moments.Written review = moment(Field.REVIEW_ON, fields, cells);
    String route = text(Field.ROUTE, fields, cells);
    String purpose = text(Field.POLICING_PURPOSE, fields, cells);
    NewReport report =
        new NewReport(
            source,
            required(Field.REFERENCE, fields, cells),
            ReportKind.parse(required(Field.KIND, fields, cells)),
            route == null ? null : NoticeRoute.parse(route),
            required(Field.AREA, fields, cells),
            required(Field.NARRATIVE, fields, cells),
            from == null ? null : from.at(),
            to != null ? to.end() : from != null && from.wholeDay() ? from.end() : null,
            reported == null ? null : reported.at(),
            recorded == null ? null : recorded.at(),
            text(Field.OFFENCE, fields, cells),
            text(Field.GRADING, fields, cells),
            source,
            purpose == null ? PURPOSE : purpose,
            review == null ? null : review.date(),
            null,
            people(row),
            mapping.things().isEmpty() ? null : things(row));
    check(report, row);
    return report;
  }

  /** The source of a row that is no report. */
  String source(SourceRow row) throws RowRefused {
    return required(Field.SOURCE, mapping.report(), row.cells());
  }

  /** The operation that the row says its report belongs to; null where it says none. */
  @Nullable String operation(SourceRow row) throws RowRefused {
    String said = text(Field.OPERATION, mapping.report(), row.cells());
    return said == null ? null : Operations.name(said).orElseThrow();
  }

  private List<NewMention> people(SourceRow row) throws RowRefused {
    List<NewMention> people = new ArrayList<>();
    for (PartMapping person : mapping.people()) {
      String each = person.each();
      if (each == null) {
        if (isThere(person, row.cells())) {
          people.add(person(person.fields(), row.cells()));
        }
      } else {
        for (Map<String, String> item : row.groups().getOrDefault(each, List.of())) {
          people.add(person(person.fields(), item));
        }
      }
    }
    return people;
  }

  private List<NewThing> things(SourceRow row) throws RowRefused {
    List<NewThing> things = new ArrayList<>();
    for (PartMapping thing : mapping.things()) {
      String each = thing.each();
      if (each == null) {
        if (isThere(thing, row.cells())) {
          things.add(thing(thing.fields(), row.cells()));
        }
      } else {
        for (Map<String, String> item : row.groups().getOrDefault(each, List.of())) {
          things.add(thing(thing.fields(), item));
        }
      }
    }
    return things;
  }

  private static NewThing thing(Map<Field, FieldSource> fields, Map<String, String> cells)
      throws RowRefused {
    return new NewThing(
        ThingKind.parse(required(Field.THING_KIND, fields, cells)),
        required(Field.WRITTEN, fields, cells),
        text(Field.DETAIL, fields, cells),
        text(Field.THING_KEY, fields, cells));
  }

  /** One is there when a column other than the role's or kind's says something. */
  private static boolean isThere(PartMapping person, Map<String, String> cells) {
    return person.fields().entrySet().stream()
        .anyMatch(entry ->
            entry.getKey() != Field.ROLE
                && entry.getKey() != Field.THING_KIND
                && entry.getValue().raw(cells) != null);
  }

  private static NewMention person(Map<Field, FieldSource> fields, Map<String, String> cells)
      throws RowRefused {
    Moments.Written born = moment(Field.DATE_OF_BIRTH, fields, cells);
    String ethnicity = text(Field.ETHNICITY, fields, cells);
    return new NewMention(
        MentionRole.parse(required(Field.ROLE, fields, cells)),
        text(Field.GIVEN_NAME, fields, cells),
        text(Field.FAMILY_NAME, fields, cells),
        born == null ? null : born.date(),
        age(fields, cells),
        text(Field.SEX, fields, cells),
        ethnicity,
        ethnicity == null && isConstant(fields.get(Field.ETHNICITY_BASIS))
            ? null
            : text(Field.ETHNICITY_BASIS, fields, cells),
        text(Field.NATIONALITY, fields, cells),
        text(Field.KEY, fields, cells));
  }

  private static boolean isConstant(@Nullable FieldSource source) {
    return source != null && source.columns().isEmpty();
  }

  private static @Nullable Integer age(Map<Field, FieldSource> fields, Map<String, String> cells)
      throws RowRefused {
    String text = text(Field.AGE, fields, cells);
    if (text == null) {
      return null;
    }
    try {
      int age = Integer.parseInt(text);
      if (age >= 0 && age <= 125) {
        return age;
      }
    } catch (NumberFormatException e) {
      // refused below, like a number that is no age
    }
    throw refused(Field.AGE, fields, cells, "age is a whole number from 0 to 125");
  }

  private static Moments.@Nullable Written moment(
      Field field, Map<Field, FieldSource> fields, Map<String, String> cells) throws RowRefused {
    String text = text(field, fields, cells);
    FieldSource source = fields.get(field);
    if (text == null || source == null) {
      return null;
    }
    Moments.Written written = source.times().read(text);
    if (written == null) {
      throw refused(
          field, fields, cells, field.word() + " is no date that exists, in none of the formats");
    }
    return written;
  }

  private static String required(
      Field field, Map<Field, FieldSource> fields, Map<String, String> cells) throws RowRefused {
    String text = text(field, fields, cells);
    if (text == null) {
      throw refused(field, fields, cells, field.word() + " is empty");
    }
    return text;
  }

  private static @Nullable String text(
      Field field, Map<Field, FieldSource> fields, Map<String, String> cells) throws RowRefused {
    FieldSource source = fields.get(field);
    if (source == null) {
      return null;
    }
    String raw = source.raw(cells);
    if (raw == null) {
      return source.value();
    }
    String text = raw;
    if (!source.values().isEmpty()) {
      text = source.values().getOrDefault(raw, source.otherwise());
      if (text == null) {
        throw refused(
            field, fields, cells, field.word() + " has a value that the mapping does not list");
      }
    }
    if (field != Field.NARRATIVE && text.length() > LONGEST) {
      throw refused(field, fields, cells, field.word() + " is longer than 500 characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw refused(
          field, fields, cells, field.word() + " holds a NUL character, which cannot be kept");
    }
    try {
      Codes.check(field, text);
    } catch (IllegalArgumentException e) {
      throw refused(field, fields, cells, String.valueOf(e.getMessage()));
    }
    return wellFormed(text);
  }

  /** With half of a surrogate pair, which is no character, made U+FFFD. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          i++;
        } else {
          return replaced(text);
        }
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder whole = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(whole::appendCodePoint);
    return whole.toString();
  }

  private void check(NewReport report, SourceRow row) throws RowRefused {
    Instant now = clock.instant();
    try {
      ReportDesk.check(report, now);
    } catch (Refused e) {
      throw blamed(e, row, isFuture(report, now));
    }
  }

  private static boolean isFuture(NewReport report, Instant now) {
    return isAfter(report.occurredFrom(), now)
        || isAfter(report.occurredTo(), now)
        || isAfter(report.reportedAt(), now)
        || isAfter(report.recordedAt(), now)
        || report.people().stream().anyMatch(person -> bornAfter(person.dateOfBirth(), now));
  }

  private static boolean isAfter(@Nullable Instant moment, Instant now) {
    return moment != null && moment.isAfter(now);
  }

  private static boolean bornAfter(@Nullable LocalDate born, Instant now) {
    return born != null && isAfter(born.atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), now);
  }

  /** The domain's sentences begin with the field's word, from which follows the column. */
  RowRefused blamed(Refused refused, SourceRow row, boolean byClock) {
    String sentence = refused.sentence();
    String word = sentence.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    for (Field field : Field.values()) {
      if (field.word().equals(word)) {
        FieldSource source = mapping.report().get(field);
        if (source != null) {
          return new RowRefused(source.columnNames(), raw(source, row.cells()), sentence, byClock);
        }
        return blamedPerson(field, row, sentence, byClock);
      }
    }
    return new RowRefused("", reference(row), sentence, byClock);
  }

  private RowRefused blamedPerson(Field field, SourceRow row, String sentence, boolean byClock) {
    for (PartMapping person : mapping.people()) {
      FieldSource source = person.fields().get(field);
      if (source != null) {
        String each = person.each();
        String prefix = each == null ? "" : each + ".";
        return new RowRefused(
            prefix + source.columnNames(), raw(source, row.cells()), sentence, byClock);
      }
    }
    return new RowRefused("", reference(row), sentence, byClock);
  }

  /** The row's reference as the source had it, to find the row by. */
  String reference(SourceRow row) {
    FieldSource source = mapping.report().get(Field.REFERENCE);
    return source == null ? "" : raw(source, row.cells());
  }

  private static RowRefused refused(
      Field field, Map<Field, FieldSource> fields, Map<String, String> cells, String reason) {
    FieldSource source = fields.get(field);
    return source == null
        ? new RowRefused("", "", reason)
        : new RowRefused(source.columnNames(), raw(source, cells), reason);
  }

  private static String raw(FieldSource source, Map<String, String> cells) {
    if (source.columns().size() == 1) {
      return cells.getOrDefault(source.columns().getFirst(), "");
    }
    String raw = source.raw(cells);
    return raw == null ? "" : raw;
  }
}
