package org.heed.cli.figures;

import org.heed.figures.sampling.SampleSize;
import tools.jackson.databind.node.ObjectNode;

/** How many of a population a share needs to be known to within a half-width. */
final class SampleSizeMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    int size =
        SampleSize.forHalfWidth(
            in.whole("population"),
            in.number("expected", 0.5),
            in.number("half_width"),
            in.level());
    ObjectNode out = Answer.object();
    out.put("size", size);
    return out;
  }
}
