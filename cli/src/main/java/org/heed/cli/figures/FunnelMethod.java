package org.heed.cli.figures;

import org.heed.figures.chart.Funnel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A funnel of areas with exact limits (Spiegelhalter 2005). */
final class FunnelMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    Funnel funnel =
        Funnel.of(
            in.objects("areas").stream()
                .map(area ->
                    new Funnel.Given(
                        area.text("id"), area.whole("events"), area.number("population")))
                .toList());
    ObjectNode out = Answer.put(Answer.object(), "rate", funnel.rate());
    Answer.put(out, "overdispersion", funnel.overdispersion());
    ArrayNode areas = out.putArray("areas");
    for (Funnel.Area area : funnel.areas()) {
      ObjectNode each = areas.addObject().put("id", area.given().id());
      each.put("events", area.given().events());
      Answer.put(each, "population", area.given().population());
      Answer.put(each, "rate", area.rate());
      Answer.put(each, "expected", area.expected());
      Answer.put(each, "lower95", area.usual().lower());
      Answer.put(each, "upper95", area.usual().upper());
      Answer.put(each, "lower998", area.outer().lower());
      Answer.put(each, "upper998", area.outer().upper());
      each.put("position", area.position());
    }
    return out;
  }
}
