package org.heed.server.destruction;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Destroys the content of a report: one person proposes it, another decides, and an approval is
 * carried out in the transaction that records it. What stays is that it was there: its entries in
 * the ledger, the commitments of its rows, and who decided what, when and why.
 */
@Service
public class Destructions {
  private static final String NOT_FREE = "HD011";
  private static final String OTHER_ROWS = "HD012";
  private static final String NOT_SETTLED = "HD013";
  private static final String NOT_AS_RECORDED = "HD014";
  private static final String BUSY = "55P03";
  private static final String DEADLOCK = "40P01";
  private static final String DECIDED = "It is decided already.";

  private final Acts acts;
  private final DestructionStore store;
  private final ReportFiles reports;
  private final Forgetting forgetting;

  Destructions(Acts acts, DestructionStore store, ReportFiles reports, Forgetting forgetting) {
    this.acts = acts;
    this.store = store;
    this.reports = reports;
    this.forgetting = forgetting;
  }

  /** What waits, what is due and what was decided last. */
  public record Overview(
      List<Destruction> waiting, List<DueReport> due, List<Destruction> decided) {
    public Overview {
      waiting = List.copyOf(waiting);
      due = List.copyOf(due);
      decided = List.copyOf(decided);
    }
  }

  /**
   * What there is to do.
   *
   * @param most so many that are due at most
   */
  public Overview overview(Caller caller, LocalDate today, int most) {
    caller.require(Right.DESTROY);
    return acts.look(
        caller,
        "reports.listed",
        "review-retention",
        () -> {
          List<DueReport> due = store.due(today, most);
          return new Acts.Seen<>(
              new Overview(store.waiting(), due, store.decided()),
              due.stream().map(DueReport::id).toList());
        });
  }

  /**
   * A report before anything is proposed, or while it waits.
   *
   * @param report empty where it is destroyed, or not open to who asks
   * @param proposed what waits to be decided about it, or was
   */
  public record Opened(
      Optional<ReportFile> report,
      Preview preview,
      Optional<Destruction> proposed,
      boolean mayDecide) {}

  /** A report with what would go with it. */
  public Opened open(Caller caller, UUID report) {
    caller.require(Right.DESTROY);
    return acts.look(
        caller,
        "report.opened",
        "destroy-report",
        () -> {
          requireOpen(report);
          return Acts.Seen.one(opened(caller, report, store.waitingFor(report)), report);
        });
  }

  /** A proposal, with what would go while nobody decided. */
  public Opened proposal(Caller caller, UUID id) {
    caller.require(Right.DESTROY);
    return acts.look(
        caller,
        "destruction.opened",
        "destroy-report",
        () -> {
          Destruction found = get(id);
          return new Acts.Seen<>(
              opened(caller, found.report(), Optional.of(found)), List.of(id, found.report()));
        });
  }

  private Opened opened(Caller caller, UUID report, Optional<Destruction> proposed) {
    boolean waits = proposed.map(one -> one.decision() == null).orElse(true);
    return new Opened(
        waits ? reports.find(report, KnownAt.NOW) : Optional.empty(),
        waits ? store.preview(report) : new Preview(List.of(), List.of(), List.of()),
        proposed,
        waits && proposed.map(one -> !one.proposedBy().equals(caller.account())).orElse(false));
  }

  private Destruction get(UUID id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new Refused(Refused.Code.NOT_FOUND, "There is no such proposal open to you."));
  }

  private DestructionStore.Named requireOpen(UUID report) {
    return store
        .named(report)
        .orElseThrow(() ->
            new Refused(
                Refused.Code.NOT_FOUND, "There is no such report open to you in your areas."));
  }

  /**
   * Proposes that a report be destroyed.
   *
   * @return the proposal
   */
  public UUID propose(Caller caller, UUID report, Basis basis, String reason) {
    caller.require(Right.DESTROY);
    requireReason(reason);
    return acts.change(
        caller,
        "destruction.proposed",
        act -> {
          DestructionStore.Named named = requireOpen(report);
          if (store.waitingFor(report).isPresent()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Somebody proposed already that it be destroyed: decide on that.");
          }
          if (!store.preview(report).isFree()) {
            throw held();
          }
          UUID id = act.newId();
          act.concerns(report);
          act.concerns(id);
          act.add(
              Tables.DESTRUCTION,
              id,
              report,
              named.source(),
              named.reference(),
              named.area(),
              basis.code(),
              reason.strip(),
              caller.account(),
              act.at());
          return id;
        });
  }

  /**
   * Destroys what somebody else proposed, all in one transaction.
   *
   * @param seen the digest of the rows that the decider was shown
   * @return how many rows went
   */
  public long approve(Caller caller, UUID id, String reason, String seen) {
    caller.require(Right.DESTROY);
    requireReason(reason);
    long gone =
        explained(() ->
            acts.plain(
                caller,
                () -> {
                  UUID entry = approved(caller, id, reason, seen);
                  return store.destroy(entry);
                }));
    forgetting.soon();
    return gone;
  }

  private UUID approved(Caller caller, UUID id, String reason, String seen) {
    return acts.change(
        caller,
        "content.destroyed",
        act -> {
          Destruction proposed = requireOthers(caller, id);
          requireOpen(proposed.report());
          Preview preview = store.preview(proposed.report());
          if (!preview.isFree()) {
            throw held();
          }
          if (!preview.digest().equals(seen)) {
            throw changed();
          }
          act.concerns(proposed.report());
          decide(act, caller, id, Destruction.Verdict.APPROVED, reason);
          preview
              .rows()
              .forEach(row -> act.add(Tables.DESTRUCTION_ITEM, row.entry(), row.ordinal()));
          return act.id();
        });
  }

  /** Leaves the report as it is. */
  public void refuse(Caller caller, UUID id, String reason) {
    caller.require(Right.DESTROY);
    requireReason(reason);
    var _ =
        explained(() ->
            acts.change(
                caller,
                "destruction.refused",
                act -> {
                  act.concerns(requireOthers(caller, id).report());
                  decide(act, caller, id, Destruction.Verdict.REFUSED, reason);
                  return act.id();
                }));
  }

  /** Takes one's own proposal back. */
  public void withdraw(Caller caller, UUID id, String reason) {
    caller.require(Right.DESTROY);
    requireReason(reason);
    var _ =
        explained(() ->
            acts.change(
                caller,
                "destruction.withdrawn",
                act -> {
                  Destruction own = requireWaiting(id);
                  if (!own.proposedBy().equals(caller.account())) {
                    throw new Refused(
                        Refused.Code.NOT_ALLOWED,
                        "Whoever proposed it takes it back, and nobody else.");
                  }
                  act.concerns(own.report());
                  decide(act, caller, id, Destruction.Verdict.WITHDRAWN, reason);
                  return act.id();
                }));
  }

  private Destruction requireOthers(Caller caller, UUID id) {
    Destruction found = requireWaiting(id);
    if (found.proposedBy().equals(caller.account())) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED, "Whoever proposed it does not decide on it: two people do.");
    }
    return found;
  }

  private Destruction requireWaiting(UUID id) {
    Destruction found = get(id);
    if (found.decision() != null) {
      throw new Refused(Refused.Code.CONFLICT, DECIDED);
    }
    return found;
  }

  private static void decide(
      Act act, Caller caller, UUID id, Destruction.Verdict verdict, String reason) {
    act.concerns(id);
    act.add(
        Tables.DESTRUCTION_DECISION,
        id,
        verdict.code(),
        reason.strip(),
        caller.account(),
        act.at());
  }

  /** A report with what was said of its being kept. */
  public record Keeping(ReportFile report, HeldReport held) {}

  /** A report, for whoever says that it must be kept. */
  public Keeping keeping(Caller caller, UUID report) {
    requireHolder(caller);
    return acts.look(
        caller,
        "report.opened",
        "hold-report",
        () -> {
          ReportFile file = reports.find(report, KnownAt.NOW).orElseThrow(Destructions::notOpen);
          return Acts.Seen.one(
              new Keeping(file, new HeldReport(report, file.reference(), store.said(report))),
              report);
        });
  }

  /** Says that a report must be kept. */
  public void hold(Caller caller, UUID report, HoldKind kind, String reason) {
    requireHolder(caller);
    say(caller, report, kind, true, reason);
  }

  /** Says that it need not be kept any longer for that reason. */
  public void lift(Caller caller, UUID report, HoldKind kind, String reason) {
    caller.require(Right.DESTROY);
    say(caller, report, kind, false, reason);
  }

  private void say(Caller caller, UUID report, HoldKind kind, boolean held, String reason) {
    requireReason(reason);
    acts.changing(
        caller,
        held ? "report.held" : "report.hold-lifted",
        act -> {
          if (reports.find(report, KnownAt.NOW).isEmpty()) {
            throw notOpen();
          }
          act.concerns(report);
          act.add(
              Tables.REPORT_HOLD,
              report,
              kind.code(),
              store.saidOfHold(report, kind) + 1,
              held,
              reason.strip(),
              caller.account(),
              act.at());
        });
  }

  private static void requireHolder(Caller caller) {
    if (!caller.may(Right.RESTRICT)) {
      caller.require(Right.DESTROY);
    }
  }

  /** Keeps a report that is due, until it is looked at again on a day. */
  public void keep(Caller caller, UUID report, LocalDate again, String reason) {
    caller.require(Right.DESTROY);
    requireReason(reason);
    acts.changing(
        caller,
        "report.retention-reviewed",
        act -> {
          requireOpen(report);
          act.concerns(report);
          act.add(
              Tables.RETENTION_REVIEW,
              report,
              store.reviews(report) + 1,
              again,
              reason.strip(),
              caller.account(),
              act.at());
        });
  }

  /** That a report was destroyed, as far as the caller may know. Only inside acts. */
  public Optional<DestroyedReport> destroyed(UUID report) {
    return store.destroyed(report);
  }

  /** The same, by itself. */
  public Optional<DestroyedReport> destroyed(Caller caller, UUID report) {
    return acts.plain(caller, () -> store.destroyed(report));
  }

  /** Which reports that a case was about were destroyed, and when. */
  public List<OfCase> ofCase(Caller caller, UUID caseFile) {
    return acts.plain(caller, () -> store.ofCase(caseFile));
  }

  private static void requireReason(String reason) {
    if (reason.isBlank()) {
      throw new Refused(Refused.Code.INVALID, "Give a reason.");
    }
  }

  private static Refused notOpen() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you.");
  }

  private static Refused held() {
    return new Refused(
        Refused.Code.CONFLICT,
        "Something keeps it from being destroyed: see the page, which says what.");
  }

  private static Refused changed() {
    return new Refused(
        Refused.Code.CONFLICT,
        "What would go has changed since the page was shown: look again before you decide.");
  }

  private static <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (DuplicateKeyException twice) {
      throw new Refused(Refused.Code.CONFLICT, DECIDED);
    } catch (DataAccessException e) {
      throw switch (state(e)) {
        case NOT_FREE -> held();
        case OTHER_ROWS -> changed();
        case NOT_SETTLED, BUSY, DEADLOCK ->
            new Refused(
                Refused.Code.CONFLICT,
                "Somebody is writing to the record just now, and nothing was destroyed: try again"
                    + " in a moment.");
        case NOT_AS_RECORDED ->
            new Refused(
                Refused.Code.CONFLICT,
                "Something of it is not as it was recorded, and nothing was destroyed: have the"
                    + " ledger checked with heed verify.");
        default -> e;
      };
    }
  }

  private static String state(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }
}
