package org.heed.cli.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;
import org.heed.figures.disclosure.Rule;
import org.heed.figures.disclosure.SuppressedTables;
import org.heed.figures.disclosure.Suppression;
import org.heed.figures.disclosure.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hiding small counts over linked tables, and auditing what can still be worked out. */
final class SuppressMethod implements Method {
  @Override
  public ObjectNode answer(Fields in) {
    List<Table> tables = new ArrayList<>();
    for (Fields table : in.objects("tables")) {
      tables.add(table(table));
    }
    RefusedInput.unless(!tables.isEmpty(), "tables", "has none");
    Fields rule = in.fields("rule");
    SuppressedTables answer =
        Suppression.of(tables, new Rule(rule.whole("hide_below"), rule.yes("hide_zero", false)));
    ObjectNode out = Answer.object();
    ArrayNode published = out.putArray("tables");
    for (int t = 0; t < tables.size(); t++) {
      published.add(published(tables.get(t), answer, t));
    }
    ArrayNode audit = out.putArray("audit");
    for (SuppressedTables.Audited each : answer.audit()) {
      ObjectNode line = audit.addObject();
      line.set("at", at(each.at()));
      Answer.put(line, each.range());
      Answer.put(line.putObject("knowing_rule"), each.knowing());
    }
    ArrayNode leaks = out.putArray("leaks");
    answer.leaks().forEach(leak -> leaks.add(at(leak.at())));
    return out;
  }

  private static Table table(Fields in) {
    Fields given = in.fields("dimensions");
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> dimension : given.entries()) {
      dimensions.put(
          dimension.getKey(),
          given.list(dimension.getKey()).stream()
              .map(label -> label(label, given.path() + dimension.getKey()))
              .toList());
    }
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (Fields cell : in.objects("cells")) {
      Map<String, String> at = new TreeMap<>();
      for (Map.Entry<String, JsonNode> label : cell.fields("at").entries()) {
        at.put(label.getKey(), label(label.getValue(), cell.path() + "at." + label.getKey()));
      }
      RefusedInput.unless(
          counts.put(at, cell.whole("count")) == null,
          "cells",
          "give the cell at " + at + " twice");
    }
    return new Table(dimensions, counts);
  }

  private static String label(JsonNode node, String name) {
    String label = Fields.textOrNull(node, name);
    RefusedInput.unless(label != null, name, "must be text");
    return String.valueOf(label);
  }

  private static ObjectNode published(Table table, SuppressedTables answer, int t) {
    ObjectNode out = Answer.object();
    ObjectNode dimensions = out.putObject("dimensions");
    table.dimensions().forEach((name, labels) -> labels.forEach(array(dimensions, name)::add));
    ArrayNode cells = out.putArray("cells");
    for (Map<String, String> place : answer.places(t)) {
      ObjectNode cell = cells.addObject();
      cell.set("at", at(place));
      if (answer.hidden(t, place)) {
        cell.putNull("count");
        cell.put("status", "c");
      } else {
        cell.put("count", answer.published(t, place));
        cell.put("status", "published");
      }
    }
    return out;
  }

  private static ArrayNode array(ObjectNode object, String name) {
    return object.putArray(name);
  }

  private static ObjectNode at(Map<String, String> place) {
    ObjectNode at = Answer.object();
    place.forEach(at::put);
    return at;
  }
}
