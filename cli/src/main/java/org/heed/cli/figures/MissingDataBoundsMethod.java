package org.heed.cli.figures;

import java.util.Map;
import org.heed.figures.RefusedInput;
import org.heed.figures.uncertainty.MissingDataBounds;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The range of a share with nothing assumed about missing values (Manski 1989). */
final class MissingDataBoundsMethod implements Method {
  /** The part a rounded percentage may add to the sum of several without being inconsistent. */
  private static final double ROUNDING = 1e-9;

  @Override
  public ObjectNode answer(Fields in) {
    double total = in.number("total");
    if (!in.has("parts")) {
      return bounds(MissingDataBounds.of(total, in.number("recorded"), in.number("yes")));
    }
    Fields parts = in.fields("parts");
    double sum = 0;
    for (Map.Entry<String, JsonNode> part : parts.entries()) {
      sum += parts.number(part.getKey());
    }
    double recorded = in.number("recorded", sum);
    RefusedInput.unless(
        sum <= recorded + ROUNDING * total,
        "parts",
        "sum to " + sum + ", which exceeds the " + recorded + " recorded");
    RefusedInput.unless(
        sum <= total + ROUNDING * total,
        "parts",
        "sum to " + sum + ", which exceeds the total of " + total);
    ObjectNode out = Answer.put(Answer.object(), "missing", (total - recorded) / total);
    ObjectNode bounds = out.putObject("bounds");
    for (Map.Entry<String, JsonNode> part : parts.entries()) {
      MissingDataBounds each =
          MissingDataBounds.of(total, Math.min(recorded, total), parts.number(part.getKey()));
      bounds.set(part.getKey(), bounds(each));
    }
    return out;
  }

  private static ObjectNode bounds(MissingDataBounds bounds) {
    ObjectNode out = Answer.put(Answer.object(), bounds.range());
    Answer.put(out, "complete_case", bounds.completeCase());
    return Answer.put(out, "missing", bounds.missing());
  }
}
