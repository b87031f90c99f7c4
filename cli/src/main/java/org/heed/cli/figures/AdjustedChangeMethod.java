package org.heed.cli.figures;

import java.util.List;
import org.heed.figures.inference.AdjustedChange;
import org.heed.figures.inference.Readers;
import org.heed.figures.inference.ReviewedPeriod;
import org.heed.figures.review.Estimate;
import org.heed.figures.review.MissedEstimate.Stratum;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The change in recorded exploitation, flagged or not, from a blind review of both periods. */
final class AdjustedChangeMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    AdjustedChange adjusted =
        AdjustedChange.of(
            period(in.fields("before")), period(in.fields("after")), readers(in), in.level());
    ObjectNode out = Answer.object();
    put(out, "change", adjusted.change());
    put(out, "ratio", adjusted.ratio());
    out.put("could_be_none", adjusted.couldBeNone());
    out.set("before", period(adjusted.before()));
    out.set("after", period(adjusted.after()));
    texts(out.putArray("assumptions"), adjusted.assumptions());
    texts(out.putArray("cannot_tell"), adjusted.cannotTell());
    return out;
  }

  private static ReviewedPeriod period(Fields in) {
    return new ReviewedPeriod(
        stratum(in.fields("flagged")),
        in.objects("unflagged").stream().map(AdjustedChangeMethod::stratum).toList());
  }

  private static Stratum stratum(Fields in) {
    return new Stratum(in.whole("records"), in.whole("read"), in.whole("called"));
  }

  private static Readers readers(Fields in) {
    if (!in.has("readers")) {
      return Readers.takenToBeRight(in.level());
    }
    Fields readers = in.fields("readers");
    return Readers.measured(
        readers.whole("exploitation"),
        readers.whole("seen"),
        readers.whole("others"),
        readers.whole("left_alone"),
        in.level());
  }

  private static ObjectNode period(AdjustedChange.Period period) {
    ObjectNode out = Answer.object();
    out.put("flagged", period.flagged());
    put(out, "exploitation", period.exploitation());
    put(out, "recognition", period.recognition());
    put(out, "wrongly_flagged", period.wronglyFlagged());
    return out;
  }

  /** An estimate, null where there is but a range, and its limits, which are there all the same. */
  private static void put(ObjectNode out, String name, Estimate estimate) {
    Answer.put(out, name, estimate.value());
    Answer.put(out, name + "_lower", estimate.interval().lower());
    Answer.put(out, name + "_upper", estimate.interval().upper());
  }

  private static void texts(ArrayNode out, List<String> texts) {
    texts.forEach(out::add);
  }
}
