package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CasePlan.ActionAct;
import org.heed.server.safeguarding.CasePlan.ActionState;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.heed.server.safeguarding.CasePlan.LineState;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Sets actions and says what came of them, records decisions, the child's own words and lines of
 * enquiry. A new day for an action is a fact beside the first, which stays.
 */
@Service
public class Plans {
  /** How urgent an officer may hold a case to be, the most pressing first. */
  public static final List<String> GRADES = List.of("high", "medium", "standard");

  /** The event that a child was seen: never without what the child said or how they seemed. */
  public static final String SEEN = "child-seen";

  private final Acts acts;
  private final CaseStore cases;
  private final PlanStore store;
  private final Cases people;

  public Plans(Acts acts, CaseStore cases, PlanStore store, Cases people) {
    this.acts = acts;
    this.cases = cases;
    this.store = store;
    this.people = people;
  }

  /** Sets an action. */
  public UUID act(Caller caller, UUID id, String what, @Nullable UUID owner, Instant due) {
    return act(caller, id, what, owner, null, due);
  }

  /**
   * Sets an action.
   *
   * @param agency who is to do it for another agency, in words, or null
   */
  public UUID act(
      Caller caller,
      UUID id,
      String what,
      @Nullable UUID owner,
      @Nullable String agency,
      Instant due) {
    caller.require(Right.CASES);
    Cases.requireText(what, "Say what is to be done.");
    return acts.change(
        caller,
        "case.action-set",
        act -> {
          requireOpen(id);
          people.requireCaseworker(caller, cases.now(id).area(), owner);
          return add(act, id, what, owner, agency, due, null);
        });
  }

  /** Adds an action to an act that is open. */
  public UUID add(
      Act act, UUID id, String what, @Nullable UUID owner, Instant due, @Nullable UUID meeting) {
    return add(act, id, what, owner, null, due, meeting);
  }

  UUID add(
      Act act,
      UUID id,
      String what,
      @Nullable UUID owner,
      @Nullable String agency,
      Instant due,
      @Nullable UUID meeting) {
    if (owner != null && agency != null) {
      throw new Refused(
          Refused.Code.INVALID, "Name one who is to do it: of the list, or of another agency.");
    }
    UUID action = act.newId();
    act.concerns(id);
    act.add(
        Tables.CASE_ACTION, action, id, what.strip(), meeting, act.caller().account(), act.at());
    state(act, id, action, 1, ActionAct.SET, owner, agency, due, "Set");
    return action;
  }

  /** Adds what becomes of an action to an act that is open. */
  public void state(
      Act act,
      UUID id,
      UUID action,
      int seq,
      ActionAct what,
      @Nullable UUID owner,
      Instant due,
      String says) {
    state(act, id, action, seq, what, owner, null, due, says);
  }

  private static void state(
      Act act,
      UUID id,
      UUID action,
      int seq,
      ActionAct what,
      @Nullable UUID owner,
      @Nullable String agency,
      Instant due,
      String says) {
    act.concerns(id);
    act.add(
        Tables.CASE_ACTION_STATE,
        action,
        id,
        seq,
        what.code(),
        owner,
        due.truncatedTo(ChronoUnit.MICROS),
        says.strip(),
        act.caller().account(),
        act.at(),
        agency == null ? null : agency.strip());
  }

  /** Says that an action is done, and what came of it. */
  public void done(Caller caller, UUID id, UUID action, String outcome) {
    change(caller, id, action, ActionAct.DONE, null, null, outcome, "Say what came of it.");
  }

  /** Says that an action is not to be done after all. */
  public void drop(Caller caller, UUID id, UUID action, String reason) {
    change(caller, id, action, ActionAct.DROPPED, null, null, reason, "Say why it is dropped.");
  }

  /** Says that an action that was said to be done or dropped is to be done after all. */
  public void takeBack(Caller caller, UUID id, UUID action, String reason) {
    change(caller, id, action, ActionAct.TAKEN_BACK, null, null, reason, "Say what was not so.");
  }

  /** Gives an action another day; the first stays beside it. */
  public void move(Caller caller, UUID id, UUID action, Instant due, String reason) {
    change(caller, id, action, ActionAct.MOVED, null, due, reason, "Say why the day changes.");
  }

  /** Gives an action to somebody else. */
  public void hand(Caller caller, UUID id, UUID action, UUID owner, String reason) {
    change(
        caller,
        id,
        action,
        ActionAct.HANDED_OVER,
        owner,
        null,
        reason,
        "Say why it changes hands.");
  }

  private void change(
      Caller caller,
      UUID id,
      UUID action,
      ActionAct what,
      @Nullable UUID owner,
      @Nullable Instant due,
      String says,
      String otherwise) {
    caller.require(Right.CASES);
    Cases.requireText(says, otherwise);
    acts.changing(
        caller,
        "case.action-" + what.code(),
        act -> {
          ActionState now = store.action(id, action).orElseThrow(CaseStore::none);
          boolean ended = now.act() == ActionAct.DONE || now.act() == ActionAct.DROPPED;
          if (ended != (what == ActionAct.TAKEN_BACK)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                ended
                    ? "Somebody has said already what came of this action."
                    : "The action is to be done already.");
          }
          if (what == ActionAct.TAKEN_BACK) {
            requireOpen(id);
          }
          people.requireCaseworker(caller, cases.now(id).area(), owner);
          state(
              act,
              id,
              action,
              now.seq() + 1,
              what,
              owner == null ? now.owner() : owner,
              owner == null ? now.agency() : null,
              due == null ? now.dueAt() : due,
              says);
        });
  }

  /** Records a decision. */
  public UUID decide(Caller caller, UUID id, String decision, String reason) {
    caller.require(Right.CASES);
    Cases.requireText(decision, "Say what is decided.");
    Cases.requireText(reason, "Give a reason for the decision.");
    return acts.change(
        caller,
        "case.decided",
        act -> {
          cases.now(id);
          UUID made = act.newId();
          act.concerns(id);
          act.add(
              Tables.CASE_DECISION,
              made,
              id,
              decision.strip(),
              reason.strip(),
              act.at(),
              caller.account(),
              act.at(),
              null);
          return made;
        });
  }

  /** Says that a decision does not stand: it stays on the record, with why. */
  public void withdrawDecision(Caller caller, UUID id, UUID decision, String reason) {
    withdraw(
        caller,
        id,
        "decision",
        reason,
        () -> store.decisionStands(id, decision),
        act ->
            act.add(
                Tables.CASE_DECISION,
                act.newId(),
                id,
                "",
                reason.strip(),
                act.at(),
                caller.account(),
                act.at(),
                decision));
  }

  /**
   * Says that a child's words do not stand as recorded, such as that another child said them: they
   * stay on the record, with why.
   */
  public void withdrawWords(Caller caller, UUID id, UUID words, String reason) {
    withdraw(
        caller,
        id,
        "words",
        reason,
        () -> store.wordsStand(id, words),
        act ->
            act.add(
                Tables.CASE_WORDS,
                act.newId(),
                id,
                null,
                reason.strip(),
                "",
                act.at(),
                "",
                caller.account(),
                act.at(),
                words));
  }

  private void withdraw(
      Caller caller,
      UUID id,
      String what,
      String reason,
      BooleanSupplier stands,
      Consumer<Act> withdrawal) {
    caller.require(Right.CASES);
    Cases.requireText(reason, "Say why it does not stand.");
    acts.changing(
        caller,
        "case." + what + "-withdrawn",
        act -> {
          if (!stands.getAsBoolean()) {
            throw new Refused(Refused.Code.CONFLICT, "That does not stand in this case.");
          }
          act.concerns(id);
          withdrawal.accept(act);
        });
  }

  /**
   * Records what a child said, as the child said it, and how the child seemed: at least one of the
   * two, since a child who says nothing tells something.
   *
   * @param member which child of the case; null: not said
   */
  public UUID said(
      Caller caller,
      UUID id,
      @Nullable UUID member,
      String words,
      String demeanour,
      Instant saidAt,
      String saidTo) {
    caller.require(Right.CASES);
    Cases.requireText(
        words.isBlank() ? demeanour : words, "Write what the child said, or how the child seemed.");
    Cases.requireText(saidTo, "Say who heard it.");
    return acts.change(
        caller,
        "case.words-recorded",
        act -> {
          if (saidAt.isAfter(act.at().plusSeconds(60))) {
            throw new Refused(Refused.Code.INVALID, "That moment has not come yet.");
          }
          cases.now(id);
          UUID made = act.newId();
          act.concerns(id);
          // As written: not even the spaces around it are taken away.
          act.add(
              Tables.CASE_WORDS,
              made,
              id,
              member,
              words,
              demeanour.strip(),
              saidAt.truncatedTo(ChronoUnit.MICROS),
              saidTo.strip(),
              caller.account(),
              act.at(),
              null);
          return made;
        });
  }

  /**
   * Records that a child was seen, with what the child said or how they seemed, in one transaction.
   *
   * @param member which child of the case; null: not said
   * @param says what was done, and by whom
   */
  public void seen(
      Caller caller,
      UUID id,
      Instant at,
      @Nullable UUID member,
      String says,
      String words,
      String demeanour,
      String seenBy) {
    acts.plain(
        caller,
        () -> {
          people.record(
              caller, id, SEEN, at, member == null ? null : member.toString(), null, says);
          return said(caller, id, member, words, demeanour, at, seenBy);
        });
  }

  /** Opens a line of enquiry. */
  public UUID enquire(Caller caller, UUID id, String says) {
    caller.require(Right.CASES);
    Cases.requireText(says, "Say what is to be found out.");
    return acts.change(
        caller,
        "case.line-opened",
        act -> {
          requireOpen(id);
          return addLine(act, id, says);
        });
  }

  /** Adds a line of enquiry to an act that is open. */
  public UUID addLine(Act act, UUID id, String says) {
    UUID line = act.newId();
    act.concerns(id);
    act.add(Tables.CASE_LINE, line, id, says.strip(), act.caller().account(), act.at());
    lineState(act, id, line, 1, LineAct.OPEN, "Opened");
    return line;
  }

  /** Adds how a line of enquiry stands to an act that is open. */
  public void lineState(Act act, UUID id, UUID line, int seq, LineAct state, String reason) {
    act.concerns(id);
    act.add(
        Tables.CASE_LINE_STATE,
        line,
        id,
        seq,
        state.code(),
        reason.strip(),
        act.caller().account(),
        act.at());
  }

  /** Closes a line of enquiry, refuses it, or opens it again, with a reason. */
  public void settle(Caller caller, UUID id, UUID line, LineAct state, String reason) {
    caller.require(Right.CASES);
    Cases.requireText(reason, "Give a reason.");
    acts.changing(
        caller,
        "case.line-" + state.code(),
        act -> {
          LineState now = store.line(id, line).orElseThrow(CaseStore::none);
          if (now.state() == state) {
            throw new Refused(
                Refused.Code.CONFLICT, "The line of enquiry stands like that already.");
          }
          lineState(act, id, line, now.seq() + 1, state, reason);
        });
  }

  /** Says how urgent the officer holds the case to be. */
  public void grade(Caller caller, UUID id, String grade, String reason) {
    caller.require(Right.CASES);
    Cases.requireText(reason, "Say what the grade rests on.");
    if (!GRADES.contains(grade)) {
      throw new Refused(Refused.Code.INVALID, "The grade is high, medium or standard.");
    }
    acts.changing(
        caller,
        "case.graded",
        act -> {
          cases.now(id);
          act.concerns(id);
          act.add(
              Tables.CASE_GRADE,
              id,
              store.grades(id) + 1,
              grade,
              reason.strip(),
              caller.account(),
              act.at());
        });
  }

  private void requireOpen(UUID id) {
    if (cases.now(id).act() == CaseAct.CLOSED) {
      throw new Refused(Refused.Code.CONFLICT, "The case is closed: open it again first.");
    }
  }
}
