package org.heed.cli.figures;

import org.heed.figures.uncertainty.PoissonInterval;
import tools.jackson.databind.node.ObjectNode;

/** The exact interval for a Poisson count (Garwood 1936). */
final class PoissonIntervalMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    return Answer.put(Answer.object(), PoissonInterval.of(in.whole("count"), in.level()));
  }
}
