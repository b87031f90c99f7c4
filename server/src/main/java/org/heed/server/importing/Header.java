package org.heed.server.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Where the columns that a mapping asks for stand in a table. */
final class Header {
  private final String[] names;
  private final int[] places;
  private final int width;

  private Header(String[] names, int[] places, int width) {
    this.names = names;
    this.places = places;
    this.width = width;
  }

  /**
   * Finds the columns.
   *
   * @throws ImportFailure naming each column that is absent or there twice
   */
  static Header of(String file, List<String> columns, Mapping mapping) {
    List<String> wanted = List.copyOf(mapping.columns());
    int[] places = new int[wanted.size()];
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      String name = wanted.get(i);
      places[i] = columns.indexOf(name);
      if (places[i] < 0) {
        wrong.add(
            at(mapping, name)
                + file
                + " has no column “"
                + name
                + "”; its columns are "
                + String.join(", ", columns));
      } else if (columns.lastIndexOf(name) != places[i]) {
        wrong.add(at(mapping, name) + file + " has two columns called “" + name + "”: rename one");
      }
    }
    if (!wrong.isEmpty()) {
      throw new ImportFailure(String.join("\n", wrong));
    }
    return new Header(wanted.toArray(String[]::new), places, columns.size());
  }

  private static String at(Mapping mapping, String column) {
    return mapping.name() + ":" + mapping.lineOf(column) + ": ";
  }

  /** How many columns there are. */
  int width() {
    return width;
  }

  /** The cells that the mapping asks for. */
  Map<String, String> cells(IntFunction<@Nullable String> cell) {
    Map<String, String> cells = HashMap.newHashMap(names.length);
    for (int i = 0; i < names.length; i++) {
      String value = cell.apply(places[i]);
      if (value != null && !value.isEmpty()) {
        cells.put(names[i], value);
      }
    }
    return cells;
  }
}
