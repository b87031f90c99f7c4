package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A meeting about a case, as known. */
public record CaseMeeting(
    UUID id,
    MeetingKind kind,
    String agenda,
    UUID by,
    Instant at,
    List<State> states,
    List<Attendee> attendees) {
  public CaseMeeting {
    states = List.copyOf(states);
    attendees = List.copyOf(attendees);
  }

  /** What is done to a meeting. */
  public enum Act {
    PLANNED("planned", "Planned"),
    MOVED("moved", "Moved"),
    HELD("held", "Held"),
    CANCELLED("cancelled", "Cancelled");

    private final String code;
    private final String title;

    Act(String code, String title) {
      this.code = code;
      this.title = title;
    }

    /** As the record has it. */
    public String code() {
      return code;
    }

    /** As people read it. */
    public String title() {
      return title;
    }

    static Act parse(String code) {
      for (Act act : values()) {
        if (act.code.equals(code)) {
          return act;
        }
      }
      throw new IllegalArgumentException("no act on a meeting is called “" + code + "”");
    }
  }

  /** Whether somebody comes. */
  public enum Attends {
    INVITED("invited", "Asked"),
    PRESENT("present", "There"),
    APOLOGIES("apologies", "Sent apologies"),
    ABSENT("absent", "Did not come");

    private final String code;
    private final String title;

    Attends(String code, String title) {
      this.code = code;
      this.title = title;
    }

    /** As the record has it. */
    public String code() {
      return code;
    }

    /** As people read it. */
    public String title() {
      return title;
    }

    /** The one with that code. */
    public static Attends parse(String code) {
      for (Attends attends : values()) {
        if (attends.code.equals(code)) {
          return attends;
        }
      }
      throw new IllegalArgumentException("attendance is invited, present, apologies or absent");
    }
  }

  /** When it is to be or was held, newest first; the words are why, or the minutes. */
  public record State(int seq, Act act, Instant meetsAt, String says, UUID by, Instant at) {
    @Override
    public String toString() {
      return "State[" + act + "]";
    }
  }

  /** Somebody asked to come, and for which agency. */
  public record Attendee(UUID id, int seq, String name, String agency, Attends attends) {
    @Override
    public String toString() {
      return "Attendee[" + attends + "]";
    }
  }

  /** How it stands. */
  public State now() {
    return states.getFirst();
  }

  /** Whether it is still to be held. */
  public boolean isAhead() {
    return now().act() == Act.PLANNED || now().act() == Act.MOVED;
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "CaseMeeting[" + id + "]";
  }
}
