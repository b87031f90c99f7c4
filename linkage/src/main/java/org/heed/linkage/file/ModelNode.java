package org.heed.linkage.file;

import java.util.ArrayList;
import java.util.List;
import org.heed.linkage.LinkFailure;
import tools.jackson.databind.JsonNode;

/** A place in a model's JSON, which names itself where something is wrong with it. */
record ModelNode(String file, String place, JsonNode json) {

  List<ModelNode> list(String name) {
    List<ModelNode> list = new ArrayList<>();
    JsonNode array = json.path(name);
    if (!array.isArray()) {
      throw wrong(name, "must be a list");
    }
    for (int i = 0; i < array.size(); i++) {
      list.add(new ModelNode(file, place + name + "[" + i + "].", array.get(i)));
    }
    return list;
  }

  String text(String name) {
    JsonNode value = json.path(name);
    if (!value.isString()) {
      throw wrong(name, "must be a text");
    }
    return value.asString();
  }

  String textOr(String name, String otherwise) {
    return json.path(name).asString(otherwise);
  }

  boolean flag(String name) {
    return json.path(name).asBoolean(false);
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  double number(String name) {
    JsonNode value = json.path(name);
    if (!value.isNumber() || !(value.asDouble() >= 0)) {
      throw wrong(name, "must be a number, nought or more");
    }
    return value.asDouble();
  }

  /** A probability that is neither 0 nor more than 1. */
  double probability(String name) {
    double number = number(name);
    if (number > 1 || number <= 0) {
      throw wrong(name, "must be a probability above 0, at most 1");
    }
    return number;
  }

  LinkFailure wrong(String name, String what) {
    return new LinkFailure(file + ": " + place + name + " " + what);
  }
}
