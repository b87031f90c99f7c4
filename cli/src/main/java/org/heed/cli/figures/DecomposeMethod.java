package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heed.figures.RefusedInput;
import org.heed.figures.decompose.Decomposition;
import org.heed.figures.decompose.Grouping;
import org.heed.figures.decompose.Populations;
import org.heed.figures.decompose.RateExpression;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The change of a rate shared out among its factors (Das Gupta 1993). */
final class DecomposeMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    RateExpression rate = RateExpression.parse(in.text("rate"));
    if (in.has("populations")) {
      return many(in, rate);
    }
    Map<String, double[]> from = factors(in.fields("from"));
    Decomposition parts =
        Decomposition.of(rate, from, factors(in.fields("to")), groups(in, from.keySet()));
    ObjectNode out = Answer.put(Answer.object(), "from", parts.from());
    Answer.put(out, "to", parts.to());
    ObjectNode effects = out.putObject("effects");
    parts.effects().forEach((factor, effect) -> Answer.put(effects, factor, effect));
    out.set("groups", printed(parts.grouping()));
    return out;
  }

  private static ObjectNode many(Fields in, RateExpression rate) {
    Fields given = in.fields("populations");
    Map<String, Map<String, double[]>> populations = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : given.entries()) {
      populations.put(entry.getKey(), factors(given.fields(entry.getKey())));
    }
    RefusedInput.unless(populations.size() >= 2, "populations", "must be at least two");
    Iterable<String> names = populations.values().iterator().next().keySet();
    Populations answer = Populations.of(rate, populations, groups(in, names));
    ObjectNode out = Answer.object();
    ObjectNode standardised = out.putObject("standardised");
    answer.standardised().forEach((name, rates) -> standardised.set(name, Answer.numbers(rates)));
    out.set("crude", Answer.numbers(answer.crude()));
    answer.names().forEach(out.putArray("populations")::add);
    out.set("groups", printed(answer.grouping()));
    return out;
  }

  private static Map<String, double[]> factors(Fields given) {
    Map<String, double[]> factors = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : given.entries()) {
      String name = entry.getKey();
      factors.put(name, Fields.numbers(given.node(name), given.path() + name));
    }
    return factors;
  }

  private static Grouping.Group groups(Fields in, Iterable<String> factors) {
    return in.has("groups") ? group(in.node("groups")) : Grouping.flat(factors);
  }

  private static Grouping.Group group(JsonNode node) {
    List<Grouping> parts = new ArrayList<>();
    for (JsonNode part : Fields.list(node, "groups")) {
      RefusedInput.unless(
          part.isString() || (part.isArray() && !part.isEmpty()),
          "groups",
          "must be arrays of factor names");
      parts.add(part.isString() ? new Grouping.Leaf(part.asString()) : group(part));
    }
    return new Grouping.Group(parts);
  }

  private static JsonNode printed(Grouping grouping) {
    return switch (grouping) {
      case Grouping.Leaf leaf -> Answer.array().add(leaf.factor()).get(0);
      case Grouping.Group group -> {
        ArrayNode array = Answer.array();
        group.parts().forEach(part -> array.add(printed(part)));
        yield array;
      }
    };
  }
}
