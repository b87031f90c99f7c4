package org.heed.cli.figures;

import org.heed.figures.disclosure.Rounding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts rounded to a base each by itself, and what each may have been. */
final class RoundMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    Rounding rounding = new Rounding(in.small("base"));
    ObjectNode out = Answer.object();
    ArrayNode cells = out.putArray("cells");
    for (JsonNode count : in.list("counts")) {
      long published = rounding.published(Fields.whole(count, "counts"));
      Answer.put(cells.addObject().put("published", published), rounding.range(published));
    }
    return out;
  }
}
