package org.heed.cli.figures;

import org.heed.figures.review.Estimate;
import org.heed.figures.review.MissedEstimate;
import tools.jackson.databind.node.ObjectNode;

/** How many the unread remainder hides, from stratified samples of it. */
final class MissedEstimateMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    MissedEstimate estimate =
        MissedEstimate.of(
            in.whole("confirmed"),
            in.objects("strata").stream()
                .map(stratum ->
                    new MissedEstimate.Stratum(
                        stratum.whole("unread"), stratum.whole("sampled"), stratum.whole("found")))
                .toList(),
            in.level());
    Estimate missed = estimate.missed();
    Estimate recall = estimate.recall();
    ObjectNode out = Answer.put(Answer.object(), "missed", missed.value());
    Answer.put(out, missed.interval());
    Answer.put(out, "recall", recall.value());
    Answer.put(out, "recall_lower", recall.interval().lower());
    return Answer.put(out, "recall_upper", recall.interval().upper());
  }
}
