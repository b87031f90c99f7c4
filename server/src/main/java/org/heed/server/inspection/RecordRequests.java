package org.heed.server.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseView;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.sampling.Days;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * What a grader asks to see besides the case drawn: a record linked to it by its people, for a
 * reason, opened for a time by somebody who leads or supervises the work. Every look is kept.
 */
@Service
public class RecordRequests {
  private final Acts acts;
  private final Inspections inspections;
  private final RecordRequestStore store;
  private final ReportFiles reports;
  private final CaseViews cases;

  public RecordRequests(
      Acts acts,
      Inspections inspections,
      RecordRequestStore store,
      ReportFiles reports,
      CaseViews cases) {
    this.acts = acts;
    this.inspections = inspections;
    this.store = store;
    this.reports = reports;
    this.cases = cases;
  }

  /**
   * What is linked to a case that the caller grades: kinds and days alone, which tell of a child
   * all the same.
   */
  public List<LinkedRecord> linked(Caller caller, UUID inspection, UUID caseFile) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.linked-records-listed",
        "inspect",
        () -> {
          List<LinkedRecord> all = store.linked(inspection, caseFile);
          Set<UUID> shown = new LinkedHashSet<>(List.of(inspection, caseFile));
          all.forEach(one -> shown.add(one.id()));
          return new Acts.Seen<>(all, shown);
        });
  }

  /** One's own, or all for whoever may answer them; reasons name nobody by themselves. */
  public List<RecordRequest> list(Caller caller, UUID inspection) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.requests-listed",
        "inspect",
        () -> {
          List<RecordRequest> all = store.list(inspection);
          Set<UUID> shown = new LinkedHashSet<>(List.of(inspection));
          all.forEach(one -> shown.add(one.record()));
          return new Acts.Seen<>(all, shown);
        });
  }

  /** Asks for a record. */
  public UUID ask(Caller caller, UUID inspection, UUID caseFile, UUID record, String reason) {
    caller.require(Right.INSPECT);
    return acts.change(
        caller,
        "inspection.record-asked-for",
        act -> {
          inspections.find(inspection);
          LinkedRecord wanted =
              store.linked(inspection, caseFile).stream()
                  .filter(one -> one.id().equals(record))
                  .findFirst()
                  .orElseThrow(() ->
                      new Refused(
                          Refused.Code.NOT_FOUND,
                          "It is not linked to a case that you grade, or your time is over."));
          boolean waits =
              store.list(inspection).stream()
                  .anyMatch(one ->
                      one.record().equals(record)
                          && one.account().equals(caller.account())
                          && (one.isWaiting() || one.isOpen(act.at())));
          if (waits) {
            throw new Refused(Refused.Code.CONFLICT, "You have asked for it already.");
          }
          act.concerns(inspection);
          act.concerns(record);
          UUID id = act.newId();
          act.add(
              Tables.INSPECTION_REQUEST,
              id,
              inspection,
              caseFile,
              wanted.kind(),
              record,
              Gradings.checked(reason),
              caller.account(),
              act.at());
          return id;
        });
  }

  /**
   * Opens a record for who asked, until the end of a day, or says why not; what was answered before
   * stays.
   *
   * @param until null: it is not opened, or closed again
   */
  public void answer(
      Caller caller, UUID inspection, UUID request, @Nullable LocalDate until, String reason) {
    caller.require(Right.SUPERVISE);
    try {
      acts.changing(
          caller,
          until == null ? "inspection.record-refused" : "inspection.record-opened-to-inspector",
          act -> {
            RecordRequest one =
                store
                    .find(inspection, request)
                    .orElseThrow(() ->
                        new Refused(
                            Refused.Code.NOT_FOUND, "There is no such request open to you."));
            if (one.account().equals(caller.account())) {
              throw new Refused(
                  Refused.Code.NOT_ALLOWED, "Nobody opens to themselves what they asked for.");
            }
            if (!isOpenTo(one)) {
              throw new Refused(
                  Refused.Code.NOT_ALLOWED, "The record is closed to you, so you cannot open it.");
            }
            Instant end = until == null ? null : Days.endOf(until);
            if (end != null && !end.isAfter(act.at())) {
              throw Inspections.invalid("Choose a day that is not over.");
            }
            act.concerns(inspection);
            act.concerns(one.record());
            act.add(
                Tables.INSPECTION_GRANT,
                request,
                one.answers().size() + 1,
                until != null,
                end,
                Gradings.checked(reason),
                caller.account(),
                act.at());
          });
    } catch (DuplicateKeyException twice) {
      throw new Refused(
          Refused.Code.CONFLICT, "Somebody has answered meanwhile: look at what they said.");
    }
  }

  private boolean isOpenTo(RecordRequest one) {
    return one.kind().equals("report")
        ? reports.find(one.record(), KnownAt.NOW).isPresent()
        : cases.isOpen(one.record());
  }

  /**
   * A linked record, open.
   *
   * @param report empty: it is a case
   * @param view empty: it is a report
   */
  public record Opened(
      RecordRequest request, Optional<ReportFile> report, Optional<CaseView> view) {
    @Override
    public String toString() {
      return "Opened[" + request.id() + "]";
    }
  }

  /** Opens what was asked for, as it was known when the sample was drawn. */
  public Opened open(Caller caller, UUID inspection, UUID request) {
    caller.require(Right.INSPECT);
    return acts.look(
        caller,
        "inspection.linked-record-opened",
        "inspect",
        () -> {
          KnownAt known = inspections.find(inspection).frame().known();
          RecordRequest one =
              store
                  .find(inspection, request)
                  .filter(asked -> asked.account().equals(caller.account()))
                  .filter(asked -> asked.isOpen(acts.now()))
                  .orElseThrow(() ->
                      new Refused(
                          Refused.Code.NOT_FOUND,
                          "It was not opened for you, or the time for it is over."));
          Set<UUID> shown = new LinkedHashSet<>(List.of(inspection, one.record()));
          if (one.kind().equals("report")) {
            ReportFile report =
                reports
                    .find(one.record(), known)
                    .orElseThrow(() ->
                        new Refused(
                            Refused.Code.NOT_FOUND,
                            "It was not known when the sample was drawn, or is closed to you."));
            return new Acts.Seen<>(new Opened(one, Optional.of(report), Optional.empty()), shown);
          }
          CaseView view = cases.known(one.record(), known);
          shown.addAll(view.file().subjects());
          return new Acts.Seen<>(new Opened(one, Optional.empty(), Optional.of(view)), shown);
        });
  }
}
