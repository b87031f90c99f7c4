package org.heed.cli.figures;

import org.heed.figures.uncertainty.ClusteredRatio;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ratio of two counts whose events come in clusters of the sizes given. */
final class ClusteredRatioMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    ClusteredRatio ratio = ClusteredRatio.of(sizes(in, "after"), sizes(in, "before"), in.level());
    ObjectNode out = Answer.put(Answer.object(), "ratio", ratio.ratio());
    Answer.put(out, ratio.interval());
    Answer.put(out, "factor_after", ratio.factorAfter());
    return Answer.put(out, "factor_before", ratio.factorBefore());
  }

  private static long[] sizes(Fields in, String name) {
    return in.list(name).stream().mapToLong((JsonNode size) -> Fields.whole(size, name)).toArray();
  }
}
