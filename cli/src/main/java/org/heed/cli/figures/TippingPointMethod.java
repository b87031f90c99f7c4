package org.heed.cli.figures;

import org.heed.figures.uncertainty.TippingPoint;
import tools.jackson.databind.node.ObjectNode;

/** How much worse past capture must have been for there to be no rise. */
final class TippingPointMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    TippingPoint tipping = TippingPoint.of(in.whole("from"), in.whole("to"), in.level());
    ObjectNode out = Answer.put(Answer.object(), "ratio", tipping.ratio());
    Answer.put(out, "break_even", tipping.breakEven());
    Answer.put(out, tipping.interval());
    if (in.has("capture_now")) {
      Answer.put(out, "past_capture", tipping.pastCaptureGiven(in.number("capture_now")));
    }
    return out;
  }
}
