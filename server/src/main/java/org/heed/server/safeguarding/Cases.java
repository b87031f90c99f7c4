package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Opens cases, gives them to somebody, says which reports and people they are about, and records
 * what happened in them. Each change is a fact with its author, its time and its reason.
 */
@Service
public class Cases {
  private static final int LONGEST_TEXT = 20_000;

  private final Acts acts;
  private final CaseStore store;
  private final CaseEventKinds kinds;
  private final ReportFiles reports;

  public Cases(Acts acts, CaseStore store, CaseEventKinds kinds, ReportFiles reports) {
    this.acts = acts;
    this.store = store;
    this.kinds = kinds;
    this.reports = reports;
  }

  /** Shows the report that a case is to be opened from. */
  public ReportFile from(Caller caller, UUID report) {
    caller.require(Right.CASES);
    return acts.look(
        caller,
        "report.opened",
        "open-case",
        () ->
            Acts.Seen.one(reports.find(report, KnownAt.NOW).orElseThrow(Cases::noReport), report));
  }

  /** Opens a case. */
  public UUID open(Caller caller, NewCase said) {
    caller.require(Right.CASES);
    requireText(said.subject(), "Say whom or what the case is for.");
    requireText(said.reason(), "Give a reason for opening a case.");
    requireText(said.team(), "Name the team that works on it.");
    if (!caller.worksIn(said.area())) {
      throw new Refused(Refused.Code.NOT_ALLOWED, "You do not work in that area.");
    }
    return acts.change(
        caller,
        "case.opened",
        act -> {
          UUID from = said.from();
          if (from != null && !store.isOpenReport(from)) {
            throw noReport();
          }
          requireCaseworker(caller, said.area(), said.owner());
          return add(act, said);
        });
  }

  /** Adds a case to an act that is open, for history that is replayed. */
  public UUID add(Act act, NewCase said) {
    UUID id = act.newId();
    act.concerns(id);
    Instant at = act.at();
    UUID by = act.caller().account();
    act.add(
        Tables.CASE_FILE,
        id,
        CaseNumber.of(id, at),
        said.kind().code(),
        said.area(),
        said.subject().strip(),
        said.from(),
        said.reason().strip(),
        by,
        at);
    state(act, id, 1, CaseAct.OPENED, said.reason(), null);
    owner(act, id, 1, said.owner(), said.team(), said.reason());
    UUID from = said.from();
    if (from != null) {
      report(act, id, from, 1, true, "The report that the case was opened from");
    }
    for (NewCase.Member member : said.members()) {
      member(act, id, act.newId(), 1, member, true, "Named when the case was opened");
    }
    return id;
  }

  /** Adds what was done to a case as a whole to an act that is open. */
  public void state(
      Act act, UUID id, int seq, CaseAct what, String reason, @Nullable String stillOpen) {
    state(act, id, seq, what, reason, stillOpen, null);
  }

  void state(
      Act act,
      UUID id,
      int seq,
      CaseAct what,
      String reason,
      @Nullable String stillOpen,
      @Nullable String openIds) {
    act.concerns(id);
    act.add(
        Tables.CASE_STATE,
        id,
        seq,
        what.code(),
        reason.strip(),
        stillOpen,
        act.caller().account(),
        act.at(),
        openIds);
  }

  /** Adds who answers for a case from now on. */
  public void owner(Act act, UUID id, int seq, @Nullable UUID owner, String team, String reason) {
    act.concerns(id);
    act.add(
        Tables.CASE_OWNER,
        id,
        seq,
        owner,
        team.strip(),
        reason.strip(),
        act.caller().account(),
        act.at());
  }

  private static void report(
      Act act, UUID id, UUID report, int seq, boolean linked, String reason) {
    act.concerns(id);
    act.concerns(report);
    act.add(
        Tables.CASE_REPORT,
        id,
        report,
        seq,
        linked,
        reason.strip(),
        act.caller().account(),
        act.at());
  }

  private static void member(
      Act act, UUID id, UUID member, int seq, NewCase.Member said, boolean linked, String reason) {
    act.concerns(id);
    UUID person = said.person();
    if (person != null) {
      act.concerns(person);
    }
    act.add(
        Tables.CASE_PERSON,
        id,
        member,
        seq,
        said.role().code(),
        person,
        said.mention(),
        said.name(),
        said.born(),
        linked,
        reason.strip(),
        act.caller().account(),
        act.at());
  }

  /** Gives a case to somebody, or to a team alone where the owner is null. */
  public void assign(Caller caller, UUID id, @Nullable UUID owner, String team, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Say why the case changes hands.");
    requireText(team, "Name the team that works on it.");
    acts.changing(
        caller,
        "case.assigned",
        act -> {
          CaseStore.Now now = store.now(id);
          requireCaseworker(caller, now.area(), owner);
          owner(act, id, now.owners() + 1, owner, team, reason);
        });
  }

  void requireCaseworker(Caller caller, String area, @Nullable UUID owner) {
    if (owner != null
        && !owner.equals(caller.account())
        && !store.caseworkers(area).containsKey(owner)) {
      throw new Refused(Refused.Code.INVALID, "Choose somebody who works on cases in that area.");
    }
  }

  /** Those who may be given a case in an area, by name. */
  public Map<UUID, String> caseworkers(Caller caller, String area) {
    caller.require(Right.CASES);
    return acts.plain(caller, () -> store.caseworkers(area));
  }

  /** Says that a case is about a report, or not after all. */
  public void link(Caller caller, UUID id, UUID report, boolean linked, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Give a reason.");
    acts.changing(
        caller,
        linked ? "case.report-linked" : "case.report-unlinked",
        act -> {
          store.now(id);
          if (!store.isOpenReport(report)) {
            throw noReport();
          }
          report(act, id, report, store.saidOfReport(id, report) + 1, linked, reason);
        });
  }

  /** Says that a case is about the report with a reference. */
  public void link(Caller caller, UUID id, String reference, String reason) {
    caller.require(Right.CASES);
    UUID report =
        acts.plain(caller, () -> store.reportCalled(reference.strip()))
            .orElseThrow(Cases::noReport);
    link(caller, id, report, true, reason);
  }

  /** Adds somebody whom the case is about. */
  public UUID involve(Caller caller, UUID id, NewCase.Member said, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Say how they come into it.");
    return acts.change(
        caller,
        "case.person-added",
        act -> {
          store.now(id);
          UUID member = act.newId();
          member(act, id, member, 1, said, true, reason);
          return member;
        });
  }

  /** Says that somebody is something else in the case; what they were said to be stays. */
  public void recast(Caller caller, UUID id, UUID member, CaseRole role, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Say why they are something else in the case.");
    acts.changing(
        caller,
        "case.person-recast",
        act -> {
          CaseStore.Member before =
              store
                  .member(id, member)
                  .filter(CaseStore.Member::linked)
                  .orElseThrow(CaseStore::none);
          if (before.said().role() == role) {
            throw new Refused(Refused.Code.INVALID, "They are that in the case already.");
          }
          member(act, id, member, before.seq() + 1, before.said().as(role), true, reason);
        });
  }

  /** Says that the case is not about somebody after all. */
  public void release(Caller caller, UUID id, UUID member, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Give a reason.");
    acts.changing(
        caller,
        "case.person-taken-out",
        act -> {
          CaseStore.Member before =
              store
                  .member(id, member)
                  .filter(CaseStore.Member::linked)
                  .orElseThrow(CaseStore::none);
          member(act, id, member, before.seq() + 1, before.said(), false, reason);
        });
  }

  /**
   * Records something that happened or was done.
   *
   * @param kind as the rulebook's standards name it
   * @param ofWhat what it belongs to; null: the case as a whole
   * @param reason why; null where none is asked for
   */
  public UUID record(
      Caller caller,
      UUID id,
      String kind,
      Instant happenedAt,
      @Nullable String ofWhat,
      @Nullable String reason,
      String says) {
    caller.require(Right.CASES);
    if (!kinds.has(kind)) {
      throw new Refused(Refused.Code.INVALID, "Choose what happened from the list.");
    }
    if (kinds.isForSupervisors(kind)) {
      caller.require(Right.SUPERVISE);
    }
    requireText(says, "Write what was done and by whom.");
    if (kinds.asksForReason(kind) && (reason == null || reason.isBlank())) {
      throw new Refused(Refused.Code.INVALID, "Say why: without a reason it does not count.");
    }
    return acts.change(
        caller,
        "case.event-recorded",
        act -> {
          if (happenedAt.isAfter(act.at().plusSeconds(60))) {
            throw new Refused(
                Refused.Code.INVALID, "Enter when it happened: that moment has not come yet.");
          }
          store.now(id);
          return event(act, id, kind, happenedAt, ofWhat, reason, says, null);
        });
  }

  /** Adds an event to an act that is open. */
  public UUID event(
      Act act,
      UUID id,
      String kind,
      Instant happenedAt,
      @Nullable String ofWhat,
      @Nullable String reason,
      String says,
      @Nullable UUID withdraws) {
    UUID event = act.newId();
    act.concerns(id);
    act.add(
        Tables.CASE_EVENT,
        event,
        id,
        kind,
        happenedAt.truncatedTo(ChronoUnit.MICROS),
        ofWhat,
        reason,
        says.strip(),
        withdraws,
        act.caller().account(),
        act.at());
    return event;
  }

  /** Says that something recorded did not happen so; both stay on the record. */
  public void withdraw(Caller caller, UUID id, UUID event, String reason) {
    caller.require(Right.CASES);
    requireText(reason, "Say why it is withdrawn.");
    acts.changing(
        caller,
        "case.event-withdrawn",
        act -> {
          store.now(id);
          if (!store.stands(id, event)) {
            throw new Refused(Refused.Code.CONFLICT, "That is withdrawn already, or not there.");
          }
          event(act, id, "withdrawn", act.at(), null, null, reason, event);
        });
  }

  static void requireText(String text, String otherwise) {
    if (text.isBlank()) {
      throw new Refused(Refused.Code.INVALID, otherwise);
    }
    if (text.length() > LONGEST_TEXT) {
      throw new Refused(
          Refused.Code.INVALID, "A text is longer than " + LONGEST_TEXT + " characters.");
    }
  }

  private static Refused noReport() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you.");
  }
}
