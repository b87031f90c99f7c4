package org.heed.linkage.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decisions in the order in which they were made. It only grows; for one thread. */
public final class DecisionLog {
  private final List<Decision> decisions = new ArrayList<>();

  /** Adds a decision; answers its position, the first being 1. */
  public int append(Decision decision) {
    decisions.add(decision);
    return decisions.size();
  }

  /** How many decisions there are, which is the last position. */
  public int size() {
    return decisions.size();
  }

  public List<Decision> list() {
    return List.copyOf(decisions);
  }

  /**
   * Who is who of these records by everything decided up to a position; later ones change nothing.
   */
  public IdentityView asOf(int position, Collection<String> records) {
    return IdentityView.of(records, inForce(position));
  }

  /**
   * The last decision on each two records, in the order in which each two were first said to be the
   * same: who is who then depends on what holds alone, not on what was decided and undone.
   */
  private Collection<Decision> inForce(int position) {
    Map<Decision.Together, Decision> last = new LinkedHashMap<>();
    List<Decision> made = decisions.subList(0, position);
    made.stream()
        .filter(one -> one.verdict() == Verdict.SAME)
        .forEach(one -> last.putIfAbsent(one.together(), one));
    made.forEach(one -> last.put(one.together(), one));
    return last.values();
  }
}
