package org.heed.rulebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an inspection grades, and on which scale. Sets of criteria are held beside each other: older
 * inspections were graded by older ones.
 *
 * @param version in its source
 * @param inForce the day from which its source grades by it
 * @param scale from the worst grade to the best
 * @param goodEnough the lowest grade that is good enough: what is below wants improvement
 */
public record InspectionCriteria(
    String id,
    String version,
    LocalDate inForce,
    String title,
    String source,
    List<Grade> scale,
    String goodEnough,
    List<Criterion> criteria,
    Where at) {
  public InspectionCriteria {
    scale = List.copyOf(scale);
    criteria = List.copyOf(criteria);
  }

  /** A grade of the scale. */
  public record Grade(String id, String title) {}

  /** What a criterion is a judgment of. */
  public enum Unit {
    /** One case: graded for each that was drawn. */
    CASE("case"),
    /** The force: graded once in an inspection. */
    FORCE("force");

    private final String word;

    Unit(String word) {
      this.word = word;
    }

    /** As rulebooks write it. */
    public String word() {
      return word;
    }
  }

  /**
   * One thing that is graded.
   *
   * @param says what good looks like
   * @param standards whose clocks are evidence for it
   */
  public record Criterion(
      String id, String title, String says, Unit unit, Set<String> standards, Where at) {
    public Criterion {
      standards = Set.copyOf(standards);
    }
  }

  /** The criteria of a unit, in order. */
  public List<Criterion> of(Unit unit) {
    return criteria.stream().filter(one -> one.unit() == unit).toList();
  }

  /** The criterion of this id. */
  public Optional<Criterion> findCriterion(String id) {
    return criteria.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** Where a grade stands on the scale, from 0 for the worst; -1 for none of it. */
  public int place(String grade) {
    return scale.stream().map(Grade::id).toList().indexOf(grade);
  }

  /** Whether a grade is good enough. */
  public boolean isGoodEnough(String grade) {
    return place(grade) >= place(goodEnough);
  }
}
