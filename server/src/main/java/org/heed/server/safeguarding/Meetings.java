package org.heed.server.safeguarding;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CaseMeeting.Attends;
import org.heed.server.safeguarding.CaseMeeting.State;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Plans meetings about a case, moves or cancels them, and records who came and what was said. */
@Service
public class Meetings {
  private final Acts acts;
  private final CaseStore cases;
  private final MeetingStore store;
  private final Plans plans;
  private final Cases people;

  public Meetings(Acts acts, CaseStore cases, MeetingStore store, Plans plans, Cases people) {
    this.acts = acts;
    this.cases = cases;
    this.store = store;
    this.plans = plans;
    this.people = people;
  }

  /** Somebody who comes to a meeting, for an agency. */
  public record Guest(String name, AgencyKind kind, String agency, Attends attends) {
    @Override
    public String toString() {
      return "Guest[" + attends + "]";
    }
  }

  /**
   * An action that a meeting sets.
   *
   * @param agency who is to do it for another agency, in words, or null
   */
  public record Task(String what, @Nullable UUID owner, @Nullable String agency, Instant due) {
    @Override
    public String toString() {
      return "Task[" + due + "]";
    }
  }

  /**
   * Plans a meeting.
   *
   * @param children which children of the case it is about; none: not said
   */
  public UUID plan(
      Caller caller,
      UUID id,
      MeetingKind kind,
      Instant when,
      String agenda,
      Set<UUID> children,
      List<Guest> guests) {
    caller.require(Right.CASES);
    Cases.requireText(agenda, "Say what the meeting is to decide.");
    return acts.change(
        caller,
        "case.meeting-planned",
        act -> {
          requireMembers(id, kind, children);
          return add(act, id, kind, when, agenda, children, guests);
        });
  }

  /** Refuses whom a meeting of that kind about a case cannot be about. */
  void requireMembers(UUID id, MeetingKind kind, Set<UUID> about) {
    cases.now(id);
    for (UUID member : about) {
      if (cases
          .member(id, member)
          .filter(one -> one.linked() && kind.isAbout(one.said().role()))
          .isEmpty()) {
        throw new Refused(
            Refused.Code.INVALID,
            "Choose children of this case; of a panel, alleged perpetrators too.");
      }
    }
  }

  /** Adds a meeting to an act that is open. */
  public UUID add(
      Act act,
      UUID id,
      MeetingKind kind,
      Instant when,
      String agenda,
      Set<UUID> children,
      List<Guest> guests) {
    return add(act, id, kind, when, agenda, children, guests, null);
  }

  /** Adds a meeting, or its part in one of several cases, to an act that is open. */
  UUID add(
      Act act,
      UUID id,
      MeetingKind kind,
      Instant when,
      String agenda,
      Set<UUID> children,
      List<Guest> guests,
      @Nullable UUID sitting) {
    UUID meeting = act.newId();
    act.concerns(id);
    act.add(
        Tables.CASE_MEETING,
        meeting,
        id,
        kind.code(),
        agenda.strip(),
        act.caller().account(),
        act.at(),
        children.isEmpty()
            ? null
            : children.stream().map(UUID::toString).sorted().collect(Collectors.joining(",")),
        sitting);
    state(act, id, meeting, 1, CaseMeeting.Act.PLANNED, when, "Planned");
    guests.forEach(guest -> attend(act, id, meeting, guest));
    return meeting;
  }

  /** Adds when a meeting is to be or was held, or why it is not, to an act that is open. */
  public void state(
      Act act, UUID id, UUID meeting, int seq, CaseMeeting.Act what, Instant when, String says) {
    act.concerns(id);
    act.add(
        Tables.CASE_MEETING_STATE,
        meeting,
        id,
        seq,
        what.code(),
        when.truncatedTo(ChronoUnit.MICROS),
        says.strip(),
        act.caller().account(),
        act.at());
  }

  static void attend(Act act, UUID id, UUID meeting, Guest guest) {
    attend(
        act,
        id,
        meeting,
        new CaseMeeting.Attendee(
            act.newId(),
            0,
            guest.name().strip(),
            guest.kind(),
            guest.agency().strip(),
            guest.attends()));
  }

  /** Says anew whether somebody came, after what was said of it. */
  static void attend(Act act, UUID id, UUID meeting, CaseMeeting.Attendee one) {
    act.add(
        Tables.CASE_ATTENDANCE,
        meeting,
        id,
        one.id(),
        one.seq() + 1,
        one.name(),
        one.agency(),
        one.attends().code(),
        act.caller().account(),
        act.at(),
        one.kind().code());
  }

  /** Gives a meeting another time; the earlier one stays on the record. */
  public void move(Caller caller, UUID id, UUID meeting, Instant when, String reason) {
    Cases.requireText(reason, "Say why it is moved.");
    change(
        caller,
        id,
        meeting,
        "case.meeting-moved",
        (act, now) -> state(act, id, meeting, now.seq() + 1, CaseMeeting.Act.MOVED, when, reason));
  }

  /** Says that a meeting is not held. */
  public void cancel(Caller caller, UUID id, UUID meeting, String reason) {
    Cases.requireText(reason, "Say why it is not held.");
    change(
        caller,
        id,
        meeting,
        "case.meeting-cancelled",
        (act, now) ->
            state(
                act, id, meeting, now.seq() + 1, CaseMeeting.Act.CANCELLED, now.meetsAt(), reason));
  }

  /**
   * Records a meeting that was held, with its minutes, who came, and the actions it set.
   *
   * @param attended of those asked, who came or did not
   * @param more who came without being asked
   */
  public void hold(
      Caller caller,
      UUID id,
      UUID meeting,
      Instant when,
      String minutes,
      List<CaseMeeting.Attendee> attended,
      List<Guest> more,
      List<Task> tasks) {
    Cases.requireText(minutes, "Write what was said and decided.");
    change(
        caller,
        id,
        meeting,
        "case.meeting-held",
        (act, now) -> {
          if (when.isAfter(act.at().plusSeconds(60))) {
            throw new Refused(Refused.Code.INVALID, "Enter when it was held: that is ahead.");
          }
          state(act, id, meeting, now.seq() + 1, CaseMeeting.Act.HELD, when, minutes);
          attended.forEach(one -> attend(act, id, meeting, one));
          more.forEach(guest -> attend(act, id, meeting, guest));
          for (Task task : tasks) {
            people.requireCaseworker(caller, cases.now(id).area(), task.owner());
            plans.add(act, id, task.what(), task.owner(), task.agency(), task.due(), meeting);
          }
        });
  }

  /**
   * Says that a meeting was not held as recorded: it counts for no standard, and is ahead again.
   */
  public void withdraw(Caller caller, UUID id, UUID meeting, String reason) {
    Cases.requireText(reason, "Say what was recorded by mistake.");
    change(
        caller,
        id,
        meeting,
        "case.meeting-withdrawn",
        true,
        (act, now) ->
            state(
                act, id, meeting, now.seq() + 1, CaseMeeting.Act.WITHDRAWN, now.meetsAt(), reason));
  }

  private interface Change {
    void make(Act act, State now);
  }

  private void change(Caller caller, UUID id, UUID meeting, String kind, Change change) {
    change(caller, id, meeting, kind, false, change);
  }

  private void change(
      Caller caller, UUID id, UUID meeting, String kind, boolean held, Change change) {
    caller.require(Right.CASES);
    acts.changing(
        caller,
        kind,
        act -> {
          State now = store.now(id, meeting).orElseThrow(CaseStore::none);
          if (now.act() == CaseMeeting.Act.CANCELLED
              || held != (now.act() == CaseMeeting.Act.HELD)) {
            throw new Refused(
                Refused.Code.CONFLICT,
                held
                    ? "The meeting does not stand as held."
                    : "The meeting is held or cancelled already.");
          }
          change.make(act, now);
        });
  }
}
