package org.heed.server.inspection;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.heed.clocks.State;
import org.heed.server.safeguarding.CaseClock;

/**
 * What the clocks of a case come to, by standard: so much of them as an inspection tells, and
 * nothing that anybody wrote.
 */
record CaseEvidence(SortedMap<String, OfStandard> standards) {
  CaseEvidence {
    standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
  }

  /**
   * One standard in one case, over all of its clocks.
   *
   * @param missed whether one is not evidenced or breached
   * @param late whether one was done late
   * @param met whether one was met
   */
  record OfStandard(String title, boolean missed, boolean late, boolean met) {
    /** Whether it was asked for: a clock that only runs tells nothing yet. */
    boolean isAsked() {
      return missed || late || met;
    }

    /** In a word. */
    String word() {
      return missed ? "missed" : late ? "late" : met ? "met" : "not-asked";
    }
  }

  static CaseEvidence of(List<CaseClock> clocks) {
    SortedMap<String, OfStandard> standards = new TreeMap<>();
    for (CaseClock one : clocks) {
      State state = one.clock().state();
      standards.merge(
          one.clock().standard().id(),
          new OfStandard(
              one.clock().standard().title(),
              one.isPast(),
              state == State.LATE,
              state == State.MET),
          (a, b) ->
              new OfStandard(
                  a.title(), a.missed() || b.missed(), a.late() || b.late(), a.met() || b.met()));
    }
    return new CaseEvidence(standards);
  }

  /** The titles of standards that were missed, by title. */
  List<String> missed() {
    return standards.values().stream()
        .filter(OfStandard::missed)
        .map(OfStandard::title)
        .distinct()
        .sorted()
        .toList();
  }
}
