package org.heed.server.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.heed.server.RecordServices;
import org.heed.server.access.Caller;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.recording.AuditStrata;
import org.heed.server.recording.Audited;
import org.heed.server.recording.NewRecordingAudit;
import org.heed.server.recording.RecordingAudit;
import org.heed.server.recording.RecordingAuditStore;
import org.heed.server.recording.RecordingAudits;
import org.heed.server.recording.ReportAudits;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;

/**
 * A recording audit of the demonstration's last half year: drawn and mostly audited by the
 * registrar, who finds that some crimes were not recorded and some twice; the last reports wait for
 * the inspector.
 */
final class DemoRecordingAudit {
  private static final int NAMED_FOR = 90;
  private static final int OF_EACH_ROUTE = 14;
  private static final int WAIT = 4;
  private static final int SOME_ARE_MISSED = 6;

  /** Every so many reports have a crime that is on record twice. */
  private static final int SOME_ARE_TWICE = 11;

  private final RecordingAudits audits;
  private final ReportAudits reports;
  private final Clock clock;

  DemoRecordingAudit(
      Databases databases, RecordServices services, RulebookInForce rulebook, Clock clock) {
    this.clock = clock;
    Acts acts = new Acts(databases, clock, IdSource.secure(clock));
    RecordingAuditStore store = new RecordingAuditStore(databases);
    this.audits = new RecordingAudits(acts, new KnownPositions(databases), store, rulebook, clock);
    this.reports =
        new ReportAudits(
            acts, audits, store, new ReportFiles(databases), services.crimes(), services.flags());
  }

  /** Draws and audits it, where there are reports to draw. */
  void load(Caller lead, Caller registrar, Caller inspector) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate since = today.minusMonths(6);
    SortedMap<String, Integer> strata =
        audits.strata(registrar, null, since, today, AuditStrata.ROUTE);
    if (strata.isEmpty()) {
      return;
    }
    Map<String, Integer> sizes = new HashMap<>();
    strata.forEach((route, size) -> sizes.put(route, Math.min(OF_EACH_ROUTE, size)));
    UUID id =
        audits.draw(
            registrar,
            new NewRecordingAudit(
                "Recording, the last half year", null, since, today, AuditStrata.ROUTE, sizes));
    audits.name(lead, id, registrar.account(), today.plusDays(NAMED_FOR));
    audits.name(registrar, id, inspector.account(), today.plusDays(NAMED_FOR));
    RecordingAudit audit = audits.get(registrar, id);
    for (RecordingAudit.Drawn one : audit.reports()) {
      if (one.place() <= audit.reports().size() - WAIT) {
        reports.say(registrar, id, one.report(), said(reports.open(registrar, id, one.report())));
      }
    }
  }

  private static Audited.Said said(ReportAudits.Opened opened) {
    ReportFile report = opened.report().orElse(null);
    if (report == null) {
      return Audited.Said.cannotTell("The report is closed to the auditor.");
    }
    int onRecord = (int) opened.crimes().stream().filter(one -> !one.act().takesOut()).count();
    int place = opened.drawn().place();
    boolean missed =
        place % SOME_ARE_MISSED == 0 && (onRecord > 0 || report.kind() == ReportKind.CRIME_REPORT);
    int wrongly = onRecord > 0 && !missed && place % SOME_ARE_TWICE == 0 ? 1 : 0;
    int recorded = onRecord - wrongly;
    long inTime = opened.recordedAt().values().stream().filter(at -> isInTime(report, at)).count();
    return new Audited.Said(
        true,
        missed ? recorded + 1 : recorded,
        recorded,
        place % 9 == 0 ? 0 : recorded,
        (int) Math.min(recorded, inTime),
        opened.flags().isEmpty()
            ? place % 5 == 0 ? Audited.Flag.NOT_DECIDED : Audited.Flag.NOT_ASKED
            : place % 7 == 0 ? Audited.Flag.WRONG : Audited.Flag.RIGHT,
        missed
            ? "It tells of an offence against another child too, and no crime is recorded for that."
            : wrongly > 0
                ? "The same evening was told twice, and a crime is recorded for both."
                : recorded == 0
                    ? "Nothing in it is a crime that the rules count."
                    : "Held against the counting rules, victim by victim.",
        wrongly);
  }

  private static boolean isInTime(ReportFile report, Instant at) {
    Instant from = report.reportedAt() == null ? report.recordedAt() : report.reportedAt();
    return !at.isAfter(from.plus(Duration.ofHours(24)));
  }
}
