package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Cell;
import org.heed.server.web.Tile;
import org.heed.server.web.Words;

/**
 * Areas as tiles: the demonstration's boroughs near their neighbours, others in rows after them.
 */
final class TileMap {
  private static final int COLUMNS = 4;
  private static final int DARKEST = 4;

  /** Where a borough lies. */
  record Place(int column, int row) {}

  static final Place FIRST = new Place(0, 0);

  /** The demonstration's boroughs. */
  static final Map<String, Place> PLACES =
      Map.of(
          "harrowick", new Place(1, 0),
          "fernley", new Place(2, 0),
          "alder-vale", new Place(0, 1),
          "greyport", new Place(1, 1),
          "brackenford", new Place(2, 1),
          "eastholme", new Place(3, 1),
          "dunwell", new Place(1, 2),
          "castlemere", new Place(2, 2));

  private TileMap() {}

  static List<Tile> of(List<Cell> areas) {
    long most = areas.stream().mapToLong(area -> area.tally().count()).max().orElse(0);
    int next = areas.stream().anyMatch(area -> PLACES.containsKey(area.key())) ? 3 * COLUMNS : 0;
    List<Tile> tiles = new ArrayList<>();
    for (Cell area : areas) {
      Place place = PLACES.get(area.key());
      if (place == null) {
        place = new Place(next % COLUMNS, next / COLUMNS);
        next++;
      }
      long count = area.tally().count();
      int shade = most == 0 ? 0 : (int) Math.round((double) DARKEST * count / most);
      tiles.add(
          new Tile(
              AreaName.letters(area.key()),
              area.label(),
              place.column(),
              place.row(),
              Words.number(count),
              shade));
    }
    return tiles;
  }
}
