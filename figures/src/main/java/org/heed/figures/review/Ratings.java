package org.heed.figures.review;

import java.util.List;
import java.util.TreeSet;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * What readers said of the same records.
 *
 * @param scale the categories, from one end to the other where they have an order
 * @param units for each record, each reader's category by its place in the scale; -1 where a reader
 *     did not rate it
 * @param ordered whether the scale's order means something
 */
public record Ratings(List<String> scale, List<int[]> units, boolean ordered) {
  public Ratings {
    scale = List.copyOf(scale);
    units = List.copyOf(units);
  }

  /**
   * Ratings by name, on a scale; an empty scale stands for the names met, in no order.
   *
   * @throws RefusedInput for a rating off the scale or rows of different lengths
   */
  public static Ratings of(List<List<@Nullable String>> rows, List<String> scale) {
    RefusedInput.unless(!rows.isEmpty(), "ratings", "has none");
    int readers = rows.getFirst().size();
    RefusedInput.unless(readers >= 2, "ratings", "need two readers or more");
    RefusedInput.unless(
        new TreeSet<>(scale).size() == scale.size(), "scale", "names a category twice");
    List<String> categories = scale.isEmpty() ? met(rows) : scale;
    List<int[]> units = rows.stream().map(row -> places(row, readers, categories)).toList();
    return new Ratings(categories, units, !scale.isEmpty());
  }

  private static List<String> met(List<List<@Nullable String>> rows) {
    TreeSet<String> names = new TreeSet<>();
    for (List<@Nullable String> row : rows) {
      for (@Nullable String name : row) {
        if (name != null) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  private static int[] places(List<@Nullable String> row, int readers, List<String> categories) {
    RefusedInput.unless(
        row.size() == readers, "ratings", "have rows of " + readers + " and of " + row.size());
    int[] places = new int[readers];
    for (int i = 0; i < readers; i++) {
      String name = row.get(i);
      places[i] = name == null ? -1 : categories.indexOf(name);
      RefusedInput.unless(
          name == null || places[i] >= 0, "ratings", "has a category that is not on the scale");
    }
    return places;
  }

  int readers() {
    return units.getFirst().length;
  }

  /** For two readers, how many records each pair of categories was given to. */
  int[][] table() {
    int[][] table = new int[scale.size()][scale.size()];
    for (int[] unit : units) {
      if (unit[0] >= 0 && unit[1] >= 0) {
        table[unit[0]][unit[1]]++;
      }
    }
    return table;
  }
}
