package org.heed.cli.figures;

import org.heed.figures.uncertainty.RateRatio;
import tools.jackson.databind.node.ObjectNode;

/** The exact conditional ratio of two rates (Przyborowski and Wilenski 1940). */
final class RateRatioMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    Fields a = in.fields("a");
    Fields b = in.fields("b");
    RateRatio ratio =
        RateRatio.of(
            a.whole("count"),
            a.number("exposure", 1),
            b.whole("count"),
            b.number("exposure", 1),
            in.level());
    ObjectNode out = Answer.put(Answer.object(), "ratio", ratio.ratio());
    return Answer.put(Answer.put(out, ratio.interval()), "p", ratio.p());
  }
}
