package org.heed.cli.figures;

import java.util.Locale;
import org.heed.figures.chart.Xmr;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A control chart of single values with the rules of Making Data Count (NHS England). */
final class XmrMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    int[] rebaseAt =
        in.has("rebase_at")
            ? in.list("rebase_at").stream()
                .mapToInt(at -> Math.toIntExact(Fields.whole(at, "rebase_at")))
                .toArray()
            : new int[0];
    Xmr chart = Xmr.of(Fields.numbers(in.node("values"), "values"), rebaseAt);
    ObjectNode out = Answer.object();
    limits(out, chart.segments().getLast());
    ArrayNode signals = out.putArray("signals");
    for (Xmr.Signal signal : chart.signals()) {
      signals
          .addObject()
          .put("at", signal.at())
          .put("rule", signal.rule().name().toLowerCase(Locale.ROOT));
    }
    if (chart.segments().size() > 1) {
      ArrayNode segments = out.putArray("segments");
      for (Xmr.Segment segment : chart.segments()) {
        limits(segments.addObject().put("from", segment.from()).put("to", segment.to()), segment);
      }
    }
    return out;
  }

  private static void limits(ObjectNode out, Xmr.Segment segment) {
    Answer.put(out, "mean", segment.mean());
    Answer.put(out, "lower", segment.lower());
    Answer.put(out, "upper", segment.upper());
    Answer.put(out, "mr_mean", segment.meanRange());
  }
}
