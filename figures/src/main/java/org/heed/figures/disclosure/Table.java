package org.heed.figures.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heed.figures.RefusedInput;

/**
 * A table of counts to be published, with every total over each of its dimensions.
 *
 * @param dimensions the labels of each dimension
 * @param counts the count at each combination of labels; one that is absent is zero
 */
public record Table(Map<String, List<String>> dimensions, Map<Map<String, String>, Long> counts) {
  private static final int MOST_CELLS = 1_000_000;
  private static final long MOST = 1_000_000_000_000L;

  public Table {
    dimensions = new LinkedHashMap<>(dimensions);
    counts = new HashMap<>(counts);
    RefusedInput.unless(!dimensions.isEmpty(), "dimensions", "are none");
    long cells = 1;
    for (Map.Entry<String, List<String>> dimension : dimensions.entrySet()) {
      RefusedInput.unless(
          !dimension.getValue().isEmpty(), "dimensions", dimension.getKey() + " has no labels");
      RefusedInput.unless(
          Set.copyOf(dimension.getValue()).size() == dimension.getValue().size(),
          "dimensions",
          dimension.getKey() + " names a label twice");
      cells *= dimension.getValue().size();
      RefusedInput.unless(cells <= MOST_CELLS, "dimensions", "make over a million cells");
    }
    for (Map.Entry<Map<String, String>, Long> cell : counts.entrySet()) {
      RefusedInput.unless(
          cell.getKey().keySet().equals(dimensions.keySet()),
          "cells",
          "the cell at " + cell.getKey() + " does not name each dimension");
      for (Map.Entry<String, String> label : cell.getKey().entrySet()) {
        RefusedInput.unless(
            dimensions.getOrDefault(label.getKey(), List.of()).contains(label.getValue()),
            "cells",
            label.getKey() + " has no label " + label.getValue());
      }
      RefusedInput.unless(
          cell.getValue() >= 0, "cells", "the count at " + cell.getKey() + " is below zero");
      RefusedInput.unless(
          cell.getValue() <= MOST, "cells", "the count at " + cell.getKey() + " is too large");
    }
  }

  /** Every combination of labels, the last dimension fastest. */
  List<Map<String, String>> places() {
    List<Map<String, String>> places = List.of(Map.of());
    for (Map.Entry<String, List<String>> dimension : dimensions.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> place : places) {
        for (String label : dimension.getValue()) {
          Map<String, String> next = new TreeMap<>(place);
          next.put(dimension.getKey(), label);
          longer.add(next);
        }
      }
      places = longer;
    }
    return places;
  }

  long count(Map<String, String> place) {
    return counts.getOrDefault(place, 0L);
  }
}
