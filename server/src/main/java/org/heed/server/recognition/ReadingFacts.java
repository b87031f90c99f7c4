package org.heed.server.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportFile;
import org.heed.text.Narrative;
import org.jspecify.annotations.Nullable;

/**
 * What the reader is given of a report beside its words: the youngest victim's age at the time, the
 * day and the offence; never a name, sex, ethnicity, nationality or place. The same for a report as
 * it is recorded and for one that is read again.
 */
public record ReadingFacts(
    OptionalInt victimAge, Optional<LocalDate> occurredOn, Optional<String> offence) {

  /** Those of a report that is recorded at a moment, if its source does not say another. */
  static ReadingFacts of(NewReport report, Instant now) {
    return of(
        report.occurredFrom(),
        report.reportedAt(),
        report.recordedAt() == null ? now : report.recordedAt(),
        report.offence(),
        report.people());
  }

  /** Those of a report on the record. */
  public static ReadingFacts of(
      @Nullable Instant occurredFrom,
      @Nullable Instant reportedAt,
      Instant recordedAt,
      @Nullable String offence,
      List<NewMention> people) {
    Instant when =
        occurredFrom != null ? occurredFrom : reportedAt != null ? reportedAt : recordedAt;
    OptionalInt youngest =
        people.stream()
            .filter(person ->
                person.role() == MentionRole.VICTIM || person.role() == MentionRole.SUBJECT)
            .map(person -> person.ageAt(when))
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .min();
    return new ReadingFacts(
        youngest,
        Optional.of(LocalDate.ofInstant(when, ZoneOffset.UTC)),
        Optional.ofNullable(offence));
  }

  /** Those of a report on the record, as it is opened. */
  public static ReadingFacts of(ReportFile report) {
    return of(
        report.occurredFrom(),
        report.reportedAt(),
        report.recordedAt(),
        report.offence(),
        report.people().stream()
            .map(person ->
                new NewMention(
                    person.role(),
                    null,
                    null,
                    person.dateOfBirth(),
                    person.age(),
                    null,
                    null,
                    null,
                    null,
                    null))
            .toList());
  }

  /** The words with these facts, as the reader takes them. */
  public Narrative of(byte[] text) {
    return new Narrative("report", text, victimAge, occurredOn, offence);
  }
}
