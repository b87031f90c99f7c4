package org.heed.cli.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object's fields, each refused by its full name where it is missing or of the wrong kind.
 *
 * @param object the object
 * @param path its own name with a dot after it; empty for the outermost
 */
record Fields(ObjectNode object, String path) {
  boolean has(String name) {
    JsonNode node = object.get(name);
    return node != null && !node.isNull();
  }

  JsonNode node(String name) {
    JsonNode node = object.get(name);
    if (node == null || node.isNull()) {
      throw new RefusedInput(path + name, "is missing");
    }
    return node;
  }

  double number(String name) {
    return number(node(name), path + name);
  }

  double number(String name, double otherwise) {
    return has(name) ? number(name) : otherwise;
  }

  long whole(String name) {
    return whole(node(name), path + name);
  }

  long whole(String name, long otherwise) {
    return has(name) ? whole(name) : otherwise;
  }

  int small(String name) {
    long whole = whole(name);
    RefusedInput.unless(whole == (int) whole, path + name, "is too large: " + whole);
    return (int) whole;
  }

  String text(String name) {
    JsonNode node = node(name);
    RefusedInput.unless(node.isString() || node.isNumber(), path + name, "must be text");
    return node.asString();
  }

  String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  boolean yes(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    RefusedInput.unless(node(name).isBoolean(), path + name, "must be true or false");
    return node(name).booleanValue();
  }

  double level() {
    return Interval.checkedLevel(number("level", Interval.USUAL_LEVEL));
  }

  Fields fields(String name) {
    return fields(node(name), path + name);
  }

  /** The values of an array. */
  List<JsonNode> list(String name) {
    return list(node(name), path + name);
  }

  /** The objects of an array, each named by its place from zero. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode node : list(name)) {
      objects.add(fields(node, path + name + "[" + objects.size() + "]"));
    }
    return objects;
  }

  /** The fields of an object, in order. */
  List<Map.Entry<String, JsonNode>> entries() {
    return List.copyOf(object.properties());
  }

  static Fields fields(JsonNode node, String name) {
    if (node instanceof ObjectNode object) {
      return new Fields(object, name + ".");
    }
    throw new RefusedInput(name, "must be an object");
  }

  static List<JsonNode> list(JsonNode node, String name) {
    RefusedInput.unless(node.isArray(), name, "must be an array");
    return node.valueStream().toList();
  }

  static double number(JsonNode node, String name) {
    RefusedInput.unless(node.isNumber(), name, "must be a number");
    double number = node.doubleValue();
    RefusedInput.unless(Double.isFinite(number), name, "is too large a number");
    return number;
  }

  static long whole(JsonNode node, String name) {
    RefusedInput.unless(node.isNumber(), name, "must be a whole number");
    try {
      BigDecimal value = node.decimalValue();
      RefusedInput.unless(
          value.signum() == 0 || value.precision() - value.scale() <= 19, name, "is too large");
      return value.longValueExact();
    } catch (ArithmeticException e) {
      throw new RefusedInput(name, "must be a whole number, not " + node.asString());
    }
  }

  /** Numbers: an array of them, or one alone. */
  static double[] numbers(JsonNode node, String name) {
    if (node.isNumber()) {
      return new double[] {number(node, name)};
    }
    RefusedInput.unless(node.isArray(), name, "must be a number or an array of them");
    RefusedInput.unless(!node.isEmpty(), name, "is empty");
    return list(node, name).stream().mapToDouble(each -> number(each, name)).toArray();
  }

  /** Text, or nothing for null. */
  static @Nullable String textOrNull(JsonNode node, String name) {
    if (node.isNull()) {
      return null;
    }
    RefusedInput.unless(node.isString() || node.isNumber(), name, "must be text");
    return node.asString();
  }
}
