package org.heed.server.recognition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.heed.rulebook.Ask;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewReport;
import org.heed.server.report.ReportRecorded;
import org.heed.server.report.WhenReportRecorded;
import org.heed.server.store.Act;
import org.heed.server.store.Tables;
import org.heed.text.CueSpan;
import org.heed.text.Finding;
import org.heed.text.LanguageNote;
import org.heed.text.Narrative;
import org.heed.text.Reading;
import org.heed.text.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reads each report as it is recorded, in the same act. Given to the reader are the narrative, the
 * youngest victim's age at the time, the date and the offence; never a name, sex, ethnicity,
 * nationality or place.
 */
@Service
public class Recogniser implements WhenReportRecorded {
  private final RulebookInForce rulebook;
  private final List<WhenReportRead> listeners;

  public Recogniser(RulebookInForce rulebook, List<WhenReportRead> listeners) {
    this.rulebook = rulebook;
    this.listeners = List.copyOf(listeners);
  }

  @Override
  public void recorded(Act act, ReportRecorded event) {
    recorded(act, event, read(event.content()));
  }

  /** Reads a report that is about to be recorded, before its act begins. */
  public Reading read(NewReport report) {
    return rulebook.reader().read(narrative(report));
  }

  /** As {@link #recorded(Act, ReportRecorded)}, with what reading it came to. */
  public void recorded(Act act, ReportRecorded event, Reading reading) {
    addFacts(act, event.report(), event.version(), reading);
    listeners.forEach(listener -> listener.read(act, event, reading));
  }

  private static Narrative narrative(NewReport report) {
    Narrative plain = Narrative.of("report", report.narrative());
    Instant when =
        Optional.ofNullable(report.occurredFrom())
            .or(() -> Optional.ofNullable(report.reportedAt()))
            .or(() -> Optional.ofNullable(report.recordedAt()))
            .orElse(null);
    return new Narrative(
        plain.id(),
        plain.text(),
        youngest(report, when),
        Optional.ofNullable(when).map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC)),
        Optional.ofNullable(report.offence()));
  }

  private static OptionalInt youngest(NewReport report, @Nullable Instant when) {
    return report.people().stream()
        .filter(
            person -> person.role() == MentionRole.VICTIM || person.role() == MentionRole.SUBJECT)
        .map(person -> when == null ? person.statedAge() : person.ageAt(when))
        .filter(java.util.Objects::nonNull)
        .mapToInt(Integer::intValue)
        .min();
  }

  private static void addFacts(Act act, UUID report, int version, Reading reading) {
    act.add(
        Tables.READING,
        report,
        version,
        reading.rulebook().toString(),
        reading.ask().map(Ask::word).orElse(null));
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
          finding.cues().isEmpty() ? null : cues(finding.cues()));
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
    for (LanguageNote note : reading.language()) {
      act.add(
          Tables.ADVICE, report, version, note.start(), note.end(), note.suggest(), note.source());
    }
  }

  private static String cues(List<CueSpan> cues) {
    StringBuilder text = new StringBuilder();
    for (CueSpan cue : cues) {
      text.append(text.isEmpty() ? "" : ",")
          .append(cue.start())
          .append(':')
          .append(cue.end())
          .append(':')
          .append(cue.kind().name().toLowerCase(java.util.Locale.ROOT));
    }
    return text.toString();
  }
}
