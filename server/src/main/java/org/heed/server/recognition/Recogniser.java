package org.heed.server.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.rulebook.Ask;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportRecorded;
import org.heed.server.report.RetentionRule;
import org.heed.server.report.WhenReportRecorded;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.heed.text.Finding;
import org.heed.text.LanguageNote;
import org.heed.text.Reading;
import org.heed.text.Reason;
import org.heed.text.Utf8;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads each report as it is recorded, in the same act, by its words and {@link ReadingFacts}. */
@Service
public class Recogniser implements WhenReportRecorded, RetentionRule {
  private final RulebookInForce rulebook;
  private final List<WhenReportRead> listeners;

  public Recogniser(RulebookInForce rulebook, List<WhenReportRead> listeners) {
    this.rulebook = rulebook;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public LocalDate reviewOn(LocalDate recorded) {
    return RetentionRule.reviewOn(rulebook.rulebook().limits(), recorded);
  }

  @Override
  public void recorded(Act act, ReportRecorded event) {
    recorded(act, event, read(event.content(), act.at()));
  }

  /**
   * Reads a report before its act begins. Null where it has no clock of its own: then the act's
   * decides how old a child was.
   */
  public @Nullable Reading readAhead(NewReport report) {
    boolean timeless =
        report.occurredFrom() == null && report.reportedAt() == null && report.recordedAt() == null;
    return timeless ? null : read(report, Instant.EPOCH);
  }

  private Reading read(NewReport report, Instant now) {
    return rulebook.reader().read(ReadingFacts.of(report, now).of(Utf8.bytes(report.narrative())));
  }

  /** As {@link #recorded(Act, ReportRecorded)}, with what reading it came to. */
  public void recorded(Act act, ReportRecorded event, Reading reading) {
    addReading(act, event.report(), event.version(), reading, null);
    addAdvice(act, event.report(), event.version(), reading);
    listeners.forEach(listener -> listener.read(act, event, reading));
  }

  /**
   * Adds what was found and asked.
   *
   * @param reread the re-read that found it, under a rulebook not in force; null otherwise
   */
  public static void addReading(
      Act act, UUID report, int version, Reading reading, @Nullable UUID reread) {
    act.add(
        Tables.READING,
        report,
        version,
        reading.rulebook().toString(),
        reading.ask().map(Ask::word).orElse(null),
        reread);
    int number = 0;
    for (Finding finding : reading.findings()) {
      number++;
      act.add(
          Tables.FINDING,
          report,
          version,
          number,
          finding.concept(),
          finding.family().word(),
          finding.start(),
          finding.end(),
          FindingContext.of(finding).bits(),
          finding.subject().word(),
          StoredCue.write(finding.cues()));
    }
    for (Reason reason : reading.reasons()) {
      act.add(
          Tables.PROMPT,
          report,
          version,
          reason.rule(),
          reason.ask().word(),
          reason.says(),
          String.join(",", reason.because()));
    }
  }

  private static void addAdvice(Act act, UUID report, int version, Reading reading) {
    for (LanguageNote note : reading.language()) {
      act.add(
          Tables.ADVICE, report, version, note.start(), note.end(), note.suggest(), note.source());
    }
  }
}
