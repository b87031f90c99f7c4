package org.heed.cli.figures;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.ProportionInterval;
import tools.jackson.databind.node.ObjectNode;

/** The interval for a proportion, exact (Clopper and Pearson 1934) or by score (Wilson 1927). */
final class ProportionIntervalMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    long successes = in.whole("successes");
    long trials = in.whole("trials");
    Interval interval =
        switch (in.text("method", "exact")) {
          case "exact" -> ProportionInterval.exact(successes, trials, in.level());
          case "wilson" -> ProportionInterval.wilson(successes, trials, in.level());
          default -> throw new RefusedInput("method", "must be exact or wilson");
        };
    ObjectNode out = Answer.put(Answer.object(), "estimate", (double) successes / trials);
    return Answer.put(out, interval);
  }
}
