package org.heed.server.safeguarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.store.Coded;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done in a case and what was decided: as known, newest first; of actions, the open
 * ones first, by the day they are due.
 *
 * @param grades how urgent named officers held the case to be
 */
public record CasePlan(
    List<Action> actions,
    List<Decision> decisions,
    List<Words> words,
    List<Line> lines,
    List<Grade> grades) {
  /** Nothing yet. */
  static final CasePlan EMPTY = new CasePlan(List.of(), List.of(), List.of(), List.of(), List.of());

  public CasePlan {
    actions = List.copyOf(actions);
    decisions = List.copyOf(decisions);
    words = List.copyOf(words);
    lines = List.copyOf(lines);
    grades = List.copyOf(grades);
  }

  /** What is done to an action. */
  public enum ActionAct implements Coded {
    SET("Set"),
    MOVED("New day"),
    HANDED_OVER("Handed over"),
    DONE("Done"),
    DROPPED("Dropped"),
    /** That it was done or dropped was said by mistake. */
    TAKEN_BACK("To be done after all");

    private final String title;

    ActionAct(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    static ActionAct parse(String code) {
      return Coded.parse(values(), code, "act");
    }
  }

  /** Something that somebody is to do. */
  public record Action(
      UUID id, String what, @Nullable UUID meeting, UUID by, Instant at, List<ActionState> states) {
    public Action {
      states = List.copyOf(states);
    }

    /** How it stands. */
    public ActionState now() {
      return states.getFirst();
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
      return now().act() != ActionAct.DONE && now().act() != ActionAct.DROPPED;
    }

    /** Whether it is to be done and its day has passed. */
    public boolean isLate(Instant moment) {
      return isOpen() && moment.isAfter(now().dueAt());
    }

    /** When it was first due. */
    public Instant firstDue() {
      return states.getLast().dueAt();
    }

    /** Whether it was given another day since. */
    public boolean isMoved() {
      return !firstDue().equals(now().dueAt());
    }

    @Override
    public String toString() {
      return "Action[" + id + "]";
    }
  }

  /**
   * What was done to an action, and why or with what outcome.
   *
   * @param agency who is to do it for another agency, in words, or null
   */
  public record ActionState(
      int seq,
      ActionAct act,
      @Nullable UUID owner,
      @Nullable String agency,
      Instant dueAt,
      String says,
      UUID by,
      Instant at) {
    @Override
    public String toString() {
      return "ActionState[" + act + "]";
    }
  }

  /**
   * A decision, with its reason.
   *
   * @param withdrawn why it does not stand, where somebody said that
   */
  public record Decision(
      UUID id,
      String decision,
      String reason,
      Instant decidedAt,
      UUID by,
      Instant at,
      @Nullable String withdrawn) {
    @Override
    public String toString() {
      return "Decision[" + id + "]";
    }
  }

  /**
   * What a child said, as the child said it, and how the child seemed.
   *
   * @param words empty where the child said nothing
   * @param withdrawn why they do not stand, such as that another child said them, or null
   */
  public record Words(
      UUID id,
      @Nullable UUID member,
      String words,
      String demeanour,
      Instant saidAt,
      String saidTo,
      UUID by,
      Instant at,
      @Nullable String withdrawn) {
    @Override
    public String toString() {
      return "Words[" + id + "]";
    }
  }

  /** How a line of enquiry stands. */
  public enum LineAct implements Coded {
    OPEN("Open"),
    CLOSED("Closed"),
    REFUSED("Refused");

    private final String title;

    LineAct(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    static LineAct parse(String code) {
      return Coded.parse(values(), code, "act");
    }
  }

  /** A line of enquiry. */
  public record Line(UUID id, String says, UUID by, Instant at, List<LineState> states) {
    public Line {
      states = List.copyOf(states);
    }

    /** How it stands. */
    public LineState now() {
      return states.getFirst();
    }

    /** Whether nobody has closed or refused it. */
    public boolean isOpen() {
      return now().state() == LineAct.OPEN;
    }

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** How a line of enquiry stood from a moment on, and why. */
  public record LineState(int seq, LineAct state, String reason, UUID by, Instant at) {
    @Override
    public String toString() {
      return "LineState[" + state + "]";
    }
  }

  /** How urgent a named officer held the case to be, and why. */
  public record Grade(int seq, String grade, String reason, UUID by, Instant at) {
    @Override
    public String toString() {
      return "Grade[" + seq + "]";
    }
  }

  /** Actions that are still to be done. */
  public List<Action> openActions() {
    return actions.stream().filter(Action::isOpen).toList();
  }

  /** Lines of enquiry that nobody has closed or refused. */
  public List<Line> openLines() {
    return lines.stream().filter(Line::isOpen).toList();
  }

  /** The officer's grade that counts. */
  public Optional<Grade> grade() {
    return grades.stream().findFirst();
  }

  /** Counts; the rest is personal. */
  @Override
  public String toString() {
    return "CasePlan[" + actions.size() + " actions, " + lines.size() + " lines]";
  }
}
