package org.heed.cli.figures;

import org.heed.figures.sampling.StratifiedShare;
import tools.jackson.databind.node.ObjectNode;

/** The share of a population that has something, from samples of its strata. */
final class StratifiedShareMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    StratifiedShare share =
        StratifiedShare.of(
            in.objects("strata").stream()
                .map(one ->
                    new StratifiedShare.Stratum(
                        one.whole("population"), one.whole("sampled"), one.whole("found")))
                .toList(),
            in.level());
    ObjectNode out = Answer.put(Answer.object(), "estimate", share.share().value());
    Answer.put(out, share.share().interval());
    return Answer.put(out, "standard_error", share.standardError());
  }
}
