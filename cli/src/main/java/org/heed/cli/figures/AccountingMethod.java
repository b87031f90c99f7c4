package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heed.figures.RefusedInput;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.decompose.Grouping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change split over steps, from a recount for every set of them (Shapley 1953, Owen 1977). */
final class AccountingMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    Grouping.Group steps = group(in.node("steps"));
    Map<Set<String>, Long> recounts = new HashMap<>();
    for (Fields recount : in.objects("recounts")) {
      Set<String> taken = new TreeSet<>();
      recount.list("taken").forEach(step -> taken.add(step.asString()));
      RefusedInput.unless(
          recounts.put(taken, recount.whole("count")) == null, "recounts", "name a set twice");
    }
    Accounting split =
        Accounting.of(
            steps,
            taken -> {
              Long count = recounts.get(new TreeSet<>(taken));
              RefusedInput.unless(
                  count != null, "recounts", "lack the one with " + new TreeSet<>(taken));
              return count == null ? 0 : count;
            });
    ObjectNode out = Answer.object().put("from", split.from()).put("to", split.to());
    ArrayNode parts = out.putArray("parts");
    split
        .parts()
        .forEach(part ->
            parts
                .addObject()
                .put("step", part.step())
                .put("part", part.whole())
                .put("exact", part.exact().toString()));
    return out;
  }

  private static Grouping.Group group(JsonNode node) {
    List<Grouping> parts = new ArrayList<>();
    for (JsonNode part : Fields.list(node, "steps")) {
      RefusedInput.unless(
          part.isString() || (part.isArray() && !part.isEmpty()),
          "steps",
          "must be names, or arrays of them that belong together");
      parts.add(part.isString() ? new Grouping.Leaf(part.asString()) : group(part));
    }
    return new Grouping.Group(parts);
  }
}
