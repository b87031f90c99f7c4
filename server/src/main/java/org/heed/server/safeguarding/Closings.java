package org.heed.server.safeguarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Service;

/**
 * Closes cases: one person proposes, another signs in sight of what is still open, which is kept
 * with the closure.
 */
@Service
public class Closings {
  private final Acts acts;
  private final CaseStore store;
  private final CaseFiles files;
  private final PlanStore plans;
  private final CaseClocks clocks;
  private final Cases cases;

  public Closings(
      Acts acts,
      CaseStore store,
      CaseFiles files,
      PlanStore plans,
      CaseClocks clocks,
      Cases cases) {
    this.acts = acts;
    this.store = store;
    this.files = files;
    this.plans = plans;
    this.clocks = clocks;
    this.cases = cases;
  }

  /** What is still open in a case. */
  public record StillOpen(
      List<CasePlan.Action> actions, List<CasePlan.Line> lines, List<CaseClock> clocks) {
    public StillOpen {
      actions = List.copyOf(actions);
      lines = List.copyOf(lines);
      clocks = List.copyOf(clocks);
    }

    static StillOpen of(CasePlan plan, List<CaseClock> clocks) {
      return new StillOpen(
          plan.openActions(),
          plan.openLines(),
          clocks.stream()
              .filter(CaseClock::isAsking)
              .filter(one -> !one.clock().standard().id().equals("closure-signed"))
              .toList());
    }

    /** Whether nothing is. */
    public boolean isEmpty() {
      return actions.isEmpty() && lines.isEmpty() && clocks.isEmpty();
    }

    /** Counts, in words. */
    public String words() {
      List<String> words = new ArrayList<>();
      words.add(count(lines.size(), "line of enquiry", "lines of enquiry"));
      words.add(count(actions.size(), "action", "actions"));
      words.add(count(clocks.size(), "clock", "clocks"));
      return String.join(", ", words);
    }

    private static String count(int n, String one, String many) {
      return n + " " + (n == 1 ? one : many);
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

  /** Closes a case that somebody else proposed to close. */
  public void sign(Caller caller, UUID id, String reason) {
    change(caller, id, CaseAct.CLOSED, reason);
  }

  /** Opens a closed case again. */
  public void reopen(Caller caller, UUID id, String reason) {
    change(caller, id, CaseAct.REOPENED, reason);
  }

  private void change(Caller caller, UUID id, CaseAct what, String reason) {
    caller.require(Right.CASES);
    Cases.requireText(reason, "Give a reason.");
    acts.changing(
        caller,
        "case." + what.code(),
        act -> {
          CaseFile file = files.get(id, KnownAt.NOW);
          requireNext(file.standing(), what);
          String open = null;
          if (what == CaseAct.CLOSED) {
            requireSecond(caller, file);
            open = stillOpen(file);
          }
          cases.state(act, id, store.now(id).states() + 1, what, reason, open);
        });
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

  private String stillOpen(CaseFile file) {
    CasePlan plan =
        plans.list(List.of(file.id()), KnownAt.NOW).getOrDefault(file.id(), CasePlan.EMPTY);
    Map<UUID, List<CaseClock>> told = clocks.of(List.of(file.scope()), KnownAt.NOW);
    StillOpen open = StillOpen.of(plan, told.getOrDefault(file.id(), List.of()));
    return open.words();
  }
}
