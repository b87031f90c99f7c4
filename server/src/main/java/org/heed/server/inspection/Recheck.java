package org.heed.server.inspection;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.heed.figures.review.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A later sample that tells whether something changed: drawn by Heed from the same areas after the
 * action was set, and graded by inspectors by the same criteria.
 *
 * @param share of its frame that is not good enough overall
 * @param settled cases drawn that have a grade that counts
 * @param leftOut graded cases that are closed to whoever asks
 */
public record Recheck(Inspection inspection, Estimate share, long settled, int leftOut) {
  static Recheck of(Inspection one, Grades grades, int leftOut) {
    Shares.Share share = new Shares(one, grades).of(Inspection.OVERALL, one.scale()::isWanting);
    return new Recheck(one, share.estimate(), share.settled(), leftOut);
  }

  /** Why it tells nothing of what an inspection asked for; empty where it does. */
  public Optional<String> refuses(Inspection of) {
    if (inspection.isBrought()) {
      return Optional.of("A re-check is a sample that Heed drew, not a list that was brought.");
    }
    if (!inspection.criteria().equals(of.criteria())) {
      return Optional.of("A re-check grades by the same criteria as this inspection.");
    }
    if (!overlap(inspection.frame(), of.frame())) {
      return Optional.of("A re-check draws from the same areas as this inspection.");
    }
    if (Part.INDEPENDENT.stream().noneMatch(inspection.parts()::contains)) {
      return Optional.of(
          "A re-check is graded by inspectors: the force’s own grades close nothing.");
    }
    return Double.isNaN(share.value())
        ? Optional.of(
            "A re-check has grades that count in each of its strata, and that are open to you.")
        : Optional.empty();
  }

  /** As the other, of an action besides. */
  Optional<String> refuses(Inspection of, InspectionAction action) {
    return isAfter(action)
        ? refuses(of)
        : Optional.of("A re-check is a sample drawn after the action was set.");
  }

  /** Whether it was drawn after an action was set. */
  public boolean isAfter(InspectionAction action) {
    return inspection.at().isAfter(action.at());
  }

  private static boolean overlap(FrameQuestion one, FrameQuestion other) {
    List<String> some = areas(one);
    List<String> more = areas(other);
    return some == null || more == null || !Collections.disjoint(some, more);
  }

  private static @Nullable List<String> areas(FrameQuestion frame) {
    return frame.area() == null ? frame.areas() : List.of(frame.area());
  }
}
