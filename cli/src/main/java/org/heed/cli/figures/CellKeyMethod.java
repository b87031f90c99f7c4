package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.disclosure.CellKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Cell-key perturbation (Fraser and Wooton 2005). */
final class CellKeyMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    CellKey table =
        new CellKey(
            in.objects("ptable").stream()
                .map(row ->
                    new CellKey.Row(
                        row.small("count"),
                        row.small("key_from"),
                        row.small("key_to"),
                        row.small("add")))
                .toList());
    Map<String, List<Integer>> cells = new LinkedHashMap<>();
    for (Fields record : in.objects("records")) {
      cells.computeIfAbsent(record.text("cell"), _ -> new ArrayList<>()).add(record.small("key"));
    }
    ObjectNode out = Answer.object();
    ArrayNode published = out.putArray("cells");
    cells.forEach((cell, keys) ->
        published.addObject().put("cell", cell).put("published", table.published(keys)));
    return out;
  }
}
