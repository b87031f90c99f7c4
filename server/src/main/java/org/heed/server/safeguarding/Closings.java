package org.heed.server.safeguarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.safeguarding.CasePlan.LineAct;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Service;

/**
 * Closes cases: one person proposes, another signs in sight of what is still open, which is kept
 * with the closure, and ends each line of enquiry with a reason.
 */
@Service
public class Closings {
  private final Acts acts;
  private final CaseStore store;
  private final CaseViews views;
  private final Plans plans;
  private final Cases cases;

  public Closings(Acts acts, CaseStore store, CaseViews views, Plans plans, Cases cases) {
    this.acts = acts;
    this.store = store;
    this.views = views;
    this.plans = plans;
    this.cases = cases;
  }

  /** What is still open in a case. */
  public record StillOpen(
      List<CasePlan.Action> actions,
      List<CasePlan.Line> lines,
      List<CaseClock> clocks,
      List<OpenThing> things) {
    public StillOpen {
      actions = List.copyOf(actions);
      lines = List.copyOf(lines);
      clocks = List.copyOf(clocks);
      things = List.copyOf(things);
    }

    static StillOpen of(CasePlan plan, List<CaseClock> clocks, List<OpenThing> things) {
      return new StillOpen(
          plan.openActions(),
          plan.openLines(),
          clocks.stream()
              .filter(CaseClock::isAsking)
              .filter(one -> !one.clock().standard().id().equals("closure-signed"))
              .toList(),
          things);
    }

    /** The same once its lines of enquiry are closed or refused. */
    StillOpen withoutLines() {
      return new StillOpen(actions, List.of(), clocks, things);
    }

    /** Whether nothing is. */
    public boolean isEmpty() {
      return actions.isEmpty() && lines.isEmpty() && clocks.isEmpty() && things.isEmpty();
    }

    /** Counts, in words. */
    public String words() {
      List<String> words = new ArrayList<>();
      words.add(count(lines.size(), "line of enquiry", "lines of enquiry"));
      words.add(count(actions.size(), "action", "actions"));
      words.add(count(clocks.size(), "clock", "clocks"));
      for (OpenThing.Kind kind : OpenThing.Kind.values()) {
        int n = (int) things.stream().filter(one -> one.kind() == kind).count();
        if (n > 0) {
          words.add(kind.count(n));
        }
      }
      return String.join(", ", words);
    }

    /** Each by what it is and its identifier, separated by commas. */
    String ids() {
      Stream<String> acts = actions.stream().map(one -> "action:" + one.id());
      Stream<String> told = clocks.stream().map(one -> "clock:" + one.clock().standard().id());
      Stream<String> more =
          things.stream().map(one -> one.kind().name().toLowerCase(Locale.ROOT) + ":" + one.id());
      return Stream.of(acts, told, more).flatMap(one -> one).collect(Collectors.joining(","));
    }

    private static String count(int n, String one, String many) {
      return n + " " + (n == 1 ? one : many);
    }
  }

  /** How a line of enquiry ends with its case, and why. */
  public record Settled(LineAct state, String reason) {
    public Settled {
      if (state == LineAct.OPEN || reason.isBlank()) {
        throw new Refused(
            Refused.Code.INVALID, "Close or refuse each line of enquiry, with a reason.");
      }
    }

    @Override
    public String toString() {
      return "Settled[" + state + "]";
    }
  }

  /** Proposes that a case be closed. */
  public void propose(Caller caller, UUID id, String reason) {
    change(caller, id, CaseAct.CLOSURE_PROPOSED, reason);
  }

  /** Takes a proposal to close back. */
  public void takeBack(Caller caller, UUID id, String reason) {
    change(caller, id, CaseAct.CLOSURE_TAKEN_BACK, reason);
  }

  /**
   * Closes a case that somebody else proposed to close. No line of enquiry stays open in it.
   *
   * @param lines how each line that is open ends
   */
  public void sign(Caller caller, UUID id, String reason, Map<UUID, Settled> lines) {
    change(caller, id, CaseAct.CLOSED, reason, lines);
  }

  /** Opens a closed case again. */
  public void reopen(Caller caller, UUID id, String reason) {
    change(caller, id, CaseAct.REOPENED, reason);
  }

  private void change(Caller caller, UUID id, CaseAct what, String reason) {
    change(caller, id, what, reason, Map.of());
  }

  private void change(
      Caller caller, UUID id, CaseAct what, String reason, Map<UUID, Settled> lines) {
    caller.require(Right.CASES);
    Cases.requireText(reason, "Give a reason.");
    acts.changing(
        caller,
        "case." + what.code(),
        act -> {
          CaseView view = views.known(id, KnownAt.NOW);
          requireNext(view.file().standing(), what);
          int seq = store.now(id).states() + 1;
          if (what == CaseAct.CLOSED) {
            requireSecond(caller, view.file());
            settle(act, view, lines);
            StillOpen open = view.stillOpen().withoutLines();
            cases.state(act, id, seq, what, reason, open.words(), open.ids());
          } else {
            cases.state(act, id, seq, what, reason, null);
          }
        });
  }

  private void settle(Act act, CaseView view, Map<UUID, Settled> lines) {
    for (CasePlan.Line line : view.plan().openLines()) {
      Settled said = lines.get(line.id());
      if (said == null) {
        throw new Refused(
            Refused.Code.INVALID, "Close or refuse each line of enquiry, with a reason.");
      }
      plans.lineState(
          act, view.file().id(), line.id(), line.now().seq() + 1, said.state(), said.reason());
    }
  }

  private static void requireNext(CaseAct now, CaseAct what) {
    boolean fits =
        switch (what) {
          case OPENED -> false;
          case CLOSURE_PROPOSED -> now != CaseAct.CLOSURE_PROPOSED && now != CaseAct.CLOSED;
          case CLOSURE_TAKEN_BACK, CLOSED -> now == CaseAct.CLOSURE_PROPOSED;
          case REOPENED -> now == CaseAct.CLOSED;
        };
    if (!fits) {
      throw new Refused(
          Refused.Code.CONFLICT, "The case stands otherwise by now. Look at it again.");
    }
  }

  private static void requireSecond(Caller caller, CaseFile file) {
    if (file.states().getFirst().by().equals(caller.account())) {
      throw new Refused(
          Refused.Code.NOT_ALLOWED, "Somebody other than who proposed it closes a case.");
    }
  }
}
