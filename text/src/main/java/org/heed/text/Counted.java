package org.heed.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heed.rulebook.Concept;
import org.heed.rulebook.Condition;
import org.heed.rulebook.Family;
import org.heed.rulebook.Subject;

/** The findings of one reading, to be asked by concept or family which of them count. */
final class Counted {
  /** A finding with what conditions need besides. */
  record Placed(Finding finding, boolean aboutChild, int sentence, int paragraph) {

    /** Neither denied nor supposed, and not about an adult where a child is meant. */
    boolean counts() {
      return !finding.negated()
          && !finding.hypothetical()
          && !(aboutChild && finding.subject() == Subject.ADULT);
    }

    boolean counts(Condition.Strength strength) {
      return switch (strength) {
        case WRITTEN -> true;
        case ANY -> counts();
        case CERTAIN -> counts() && !finding.possible();
        case RECENT -> counts() && !finding.historical();
        case FIRST_HAND -> counts() && !finding.reported();
      };
    }
  }

  private final Map<String, List<Placed>> byConcept = new HashMap<>();
  private final Map<Family, List<Placed>> byFamily = new HashMap<>();

  void add(Finding finding, Concept concept, int sentence, int paragraph) {
    Placed placed = new Placed(finding, concept.aboutChild(), sentence, paragraph);
    byConcept.computeIfAbsent(concept.id(), _ -> new ArrayList<>()).add(placed);
    byFamily.computeIfAbsent(concept.family(), _ -> new ArrayList<>()).add(placed);
  }

  List<Placed> of(Condition.Term term, Condition.Strength strength) {
    List<Placed> all =
        switch (term) {
          case Condition.Term.OfConcept concept ->
              byConcept.getOrDefault(concept.concept(), List.of());
          case Condition.Term.OfFamily family -> byFamily.getOrDefault(family.family(), List.of());
        };
    if (all.isEmpty()) {
      return all;
    }
    List<Placed> counting = new ArrayList<>(all.size());
    for (Placed placed : all) {
      if (placed.counts(strength)) {
        counting.add(placed);
      }
    }
    return counting;
  }
}
