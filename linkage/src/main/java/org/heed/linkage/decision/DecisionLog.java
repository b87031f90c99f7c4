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

  /** The last decision on each two records, in the order in which these were made. */
  private Collection<Decision> inForce(int position) {
    Map<Decision.Together, Decision> last = new LinkedHashMap<>();
    for (Decision decision : decisions.subList(0, position)) {
      last.remove(decision.together());
      last.put(decision.together(), decision);
    }
    return last.values();
  }
}
