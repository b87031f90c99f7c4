package org.heed.cli.figures;

import org.heed.figures.Interval;
import org.heed.figures.review.Flattery;
import tools.jackson.databind.node.ObjectNode;

/** How many somebody graded better than the inspector, where both totals alone are known. */
final class SelfGradesMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    Interval bounds =
        Flattery.bounds(in.whole("cases"), in.whole("good"), in.whole("inspected_good"));
    ObjectNode out = Answer.object();
    out.put("graded_better_at_least", (long) bounds.lower());
    return out.put("graded_better_at_most", (long) bounds.upper());
  }
}
