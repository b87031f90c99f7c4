package org.heed.cli.figures;

import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.GrossedUp;
import tools.jackson.databind.node.ObjectNode;

/** How many should be on record, and are not, by a rate of recording and its limits. */
final class GrossedUpMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    GrossedUp all =
        GrossedUp.of(
            in.whole("recorded"),
            in.number("times", 1),
            new Estimate(
                in.number("rate"),
                new Interval(in.number("lower"), in.number("upper"), in.level())));
    return Answer.put(
        Answer.put(Answer.object(), "should", all.should()), "missing", all.missing());
  }
}
