package org.heed.server.recording;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.crime.CrimeStanding;
import org.heed.server.crime.Crimes;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.review.DecidedFlag;
import org.heed.server.review.Flags;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Opens reports drawn, beside what is on record of them, and keeps what auditors say. */
@Service
public class ReportAudits {
  private static final int MOST_CRIMES = 50;
  private static final int LONGEST = 4_000;

  private final Acts acts;
  private final RecordingAudits audits;
  private final RecordingAuditStore store;
  private final ReportFiles reports;
  private final Crimes crimes;
  private final Flags flags;

  public ReportAudits(
      Acts acts,
      RecordingAudits audits,
      RecordingAuditStore store,
      ReportFiles reports,
      Crimes crimes,
      Flags flags) {
    this.acts = acts;
    this.audits = audits;
    this.store = store;
    this.reports = reports;
    this.crimes = crimes;
    this.flags = flags;
  }

  /**
   * A report drawn, as it was known then.
   *
   * @param report empty: it is closed to the asker
   * @param recordedAt when each crime was recorded
   * @param said what was said of it, the latest last; without reasons where it is closed, since
   *     these tell of it
   * @param mine whether the asker may say something
   */
  public record Opened(
      RecordingAudit audit,
      RecordingAudit.Drawn drawn,
      Optional<ReportFile> report,
      List<CrimeStanding> crimes,
      Map<UUID, Instant> recordedAt,
      List<DecidedFlag> flags,
      List<Audited> said,
      boolean mine) {
    public Opened {
      crimes = List.copyOf(crimes);
      recordedAt = Map.copyOf(recordedAt);
      flags = List.copyOf(flags);
      said = List.copyOf(said);
    }

    /** The identifier only; the rest is personal. */
    @Override
    public String toString() {
      return "Opened[" + drawn.report() + "]";
    }
  }

  /** Opens a report that was drawn; the look is on the record. */
  public Opened open(Caller caller, UUID audit, UUID report) {
    caller.require(Right.AUDIT_RECORDING);
    return acts.look(
        caller,
        "recording.report-opened",
        "audit-recording",
        () -> {
          RecordingAudit one = audits.find(audit);
          RecordingAudit.Drawn drawn = one.find(report).orElseThrow(ReportAudits::notDrawn);
          KnownAt known = one.frame().known();
          Optional<ReportFile> file = reports.find(report, known);
          List<Audited> said = store.said(audit).getOrDefault(report, List.of());
          return new Acts.Seen<>(
              new Opened(
                  one,
                  drawn,
                  file,
                  crimes.list(report, known),
                  crimes.recordedAt(report, known),
                  flags.list(report, known),
                  file.isPresent() ? said : said.stream().map(Audited::withoutReason).toList(),
                  one.isAuditor(caller.account(), acts.now())),
              List.of(audit, report));
        });
  }

  /** Keeps what an auditor says of a report; what was said before stays and no longer counts. */
  public void say(Caller caller, UUID audit, UUID report, Audited.Said said) {
    caller.require(Right.AUDIT_RECORDING);
    check(said);
    try {
      acts.changing(
          caller,
          "recording.report-audited",
          act -> {
            RecordingAudit one = audits.find(audit);
            if (one.find(report).isEmpty()) {
              throw notDrawn();
            }
            if (!one.isAuditor(caller.account(), act.at())) {
              throw new Refused(
                  Refused.Code.NOT_ALLOWED,
                  "You are not named as an auditor of this audit, or your time is over.");
            }
            checkOnRecord(said, onRecord(report, one.frame().known()));
            act.concerns(audit);
            act.concerns(report);
            int seq = store.said(audit).getOrDefault(report, List.of()).size();
            act.add(
                Tables.RECORDING_AUDITED,
                audit,
                report,
                seq + 1,
                said.told(),
                said.should(),
                said.recorded(),
                said.classed(),
                said.inTime(),
                said.flag().code(),
                said.reason().strip(),
                caller.account(),
                act.at(),
                said.told() ? said.wrongly() : null);
          });
    } catch (DuplicateKeyException twice) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody has audited it meanwhile: look at what they said.");
    }
  }

  /** What was said before it was asked what is there wrongly is not held against the record. */
  private static void checkOnRecord(Audited.Said said, long onRecord) {
    if (said.wrongly() != null && said.recorded() + wrongly(said) > onRecord) {
      throw RecordingAudits.invalid(
          "No more crimes are on record from the report: those recorded and those that should not"
              + " be on record are "
              + onRecord
              + " at most.");
    }
  }

  private static int wrongly(Audited.Said said) {
    return Objects.requireNonNullElse(said.wrongly(), 0);
  }

  /** Crimes that count: what is kept apart (N100) is on record and no crime. */
  private long onRecord(UUID report, KnownAt known) {
    return crimes.list(report, known).stream()
        .filter(one -> one.counted() && !one.act().takesOut())
        .count();
  }

  private static void check(Audited.Said said) {
    if (said.reason().isBlank() || said.reason().length() > LONGEST) {
      throw RecordingAudits.invalid("Give a reason of at most " + LONGEST + " characters.");
    }
    boolean counted =
        said.should() >= 0
            && said.should() <= MOST_CRIMES
            && said.recorded() >= 0
            && said.recorded() <= said.should()
            && said.classed() >= 0
            && said.classed() <= said.recorded()
            && said.inTime() >= 0
            && said.inTime() <= said.recorded()
            && wrongly(said) >= 0;
    if (!counted) {
      throw RecordingAudits.invalid(
          "No more can be recorded than should be, and no more classed or in time than recorded.");
    }
  }

  private static Refused notDrawn() {
    return new Refused(Refused.Code.NOT_FOUND, "The report was not drawn for this audit.");
  }
}
