package org.heed.cli.figures;

import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Building answers. What is infinite or cannot be formed is null. */
final class Answer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Answer() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode array() {
    return NODES.arrayNode();
  }

  static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
  }

  static ArrayNode numbers(Iterable<Double> values) {
    ArrayNode array = array();
    values.forEach(value -> array.add(number(value)));
    return array;
  }

  static ObjectNode put(ObjectNode object, String name, double value) {
    object.set(name, number(value));
    return object;
  }

  static ObjectNode put(ObjectNode object, Interval interval) {
    put(object, "lower", interval.lower());
    return put(object, "upper", interval.upper());
  }

  /** The estimate under its name, and its limits beside it; all null where it cannot be formed. */
  static ObjectNode put(ObjectNode object, String name, Estimate estimate) {
    boolean formed = !Double.isNaN(estimate.value());
    put(object, name, estimate.value());
    put(object, name + "_lower", formed ? estimate.interval().lower() : Double.NaN);
    return put(object, name + "_upper", formed ? estimate.interval().upper() : Double.NaN);
  }
}
