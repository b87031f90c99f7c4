package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A meeting about a case, as known.
 *
 * @param children which children of the case it is about, by their places in it; none: not said. A
 *     panel may be about persons of concern too.
 * @param sitting what it shares with its parts in other cases, or null
 */
public record CaseMeeting(
    UUID id,
    MeetingKind kind,
    String agenda,
    Set<UUID> children,
    @Nullable UUID sitting,
    UUID by,
    Instant at,
    List<State> states,
    List<Attendee> attendees) {
  public CaseMeeting {
    children = Set.copyOf(children);
    states = List.copyOf(states);
    attendees = List.copyOf(attendees);
  }

  /** What is done to a meeting. */
  public enum Act implements Coded {
    PLANNED("Planned"),
    MOVED("Moved"),
    HELD("Held"),
    CANCELLED("Cancelled"),
    /** That it was held was said by mistake. */
    WITHDRAWN("Not held after all");

    private final String title;

    Act(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    static Act parse(String code) {
      return Coded.parse(values(), code, "act");
    }
  }

  /** Whether somebody comes. */
  public enum Attends implements Coded {
    INVITED("Asked"),
    PRESENT("There"),
    APOLOGIES("Sent apologies"),
    ABSENT("Did not come");

    private final String title;

    Attends(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** The one with that code. */
    public static Attends parse(String code) {
      return Coded.parse(values(), code, "attendance");
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
  public record Attendee(
      UUID id, int seq, String name, AgencyKind kind, String agency, Attends attends) {
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
    return switch (now().act()) {
      case PLANNED, MOVED, WITHDRAWN -> true;
      case HELD, CANCELLED -> false;
    };
  }

  /** Whether it counts only with the police, and none of them was there. */
  public boolean lacksPolice() {
    return kind.needsPolice()
        && attendees.stream()
            .noneMatch(one -> one.attends() == Attends.PRESENT && one.kind() == AgencyKind.POLICE);
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "CaseMeeting[" + id + "]";
  }
}
