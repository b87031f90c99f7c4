package org.heed.server.safeguarding;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Act;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Service;

/**
 * Gives many cases to somebody at once, with the actions that their owners had to do in them: in
 * one transaction, each case an entry of its own.
 */
@Service
public class Handovers {
  private static final int MOST = 1_000;

  private final Acts acts;
  private final CaseStore store;
  private final PlanStore plans;
  private final Cases cases;
  private final Plans actions;

  public Handovers(Acts acts, CaseStore store, PlanStore plans, Cases cases, Plans actions) {
    this.acts = acts;
    this.store = store;
    this.plans = plans;
    this.cases = cases;
    this.actions = actions;
  }

  /**
   * Gives cases to somebody.
   *
   * @return how many
   */
  public int give(Caller caller, List<UUID> ids, UUID owner, String reason) {
    caller.require(Right.SUPERVISE);
    caller.require(Right.CASES);
    Cases.requireText(reason, "Say why the cases change hands.");
    List<UUID> wanted = ids.stream().distinct().toList();
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw new Refused(
          Refused.Code.INVALID, "Choose from one to " + MOST + " cases to give to somebody.");
    }
    return acts.changeMany(
        caller,
        begin -> {
          Map<UUID, CasePlan> planned = plans.list(wanted, KnownAt.NOW);
          Map<UUID, CaseStore.Now> standing = store.nows(wanted);
          Set<String> allowed = new HashSet<>();
          for (UUID id : wanted) {
            CaseStore.Now now = Optional.ofNullable(standing.get(id)).orElseThrow(CaseStore::none);
            if (allowed.add(now.area())) {
              cases.requireCaseworker(caller, now.area(), owner);
            }
            Act act = begin.apply("case.assigned");
            cases.owner(act, id, now.owners() + 1, owner, now.team(), reason);
            for (CasePlan.Action action : planned.getOrDefault(id, CasePlan.EMPTY).openActions()) {
              UUID before = now.owner();
              if (before != null && before.equals(action.now().owner())) {
                actions.state(
                    act,
                    id,
                    action.id(),
                    action.now().seq() + 1,
                    CasePlan.ActionAct.HANDED_OVER,
                    owner,
                    action.now().dueAt(),
                    reason);
              }
            }
          }
          return wanted.size();
        });
  }
}
