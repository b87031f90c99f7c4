package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.server.publication.Cell;
import org.heed.server.web.AreaMap;
import org.heed.server.web.Words;

/**
 * The outlines of the demonstration's invented boroughs, which lie as their tiles do. Neighbours
 * share their borders, which bend by an amount that follows from where they are.
 */
final class SimulatedBoroughs {
  static final int WIDTH = 290;
  static final int HEIGHT = 224;
  private static final int SIDE = 66;
  private static final int MARGIN = 13;
  private static final int BEND = 17;
  private static final int MIDDLE = 3;
  private static final int SHADES = 4;

  private SimulatedBoroughs() {}

  /** A map of these areas; empty where any of them is none of the boroughs. */
  static Optional<AreaMap> map(List<Cell> areas, String title, String measure, String csv) {
    if (areas.isEmpty()
        || !areas.stream().allMatch(area -> TileMap.PLACES.containsKey(area.key()))) {
      return Optional.empty();
    }
    long most = areas.stream().mapToLong(area -> area.tally().count()).max().orElse(0);
    List<AreaMap.Region> regions = new ArrayList<>();
    for (Cell area : areas) {
      TileMap.Place place = TileMap.PLACES.getOrDefault(area.key(), TileMap.FIRST);
      long count = area.tally().count();
      regions.add(
          new AreaMap.Region(
              area.label(),
              outline(place.column(), place.row()),
              MARGIN + place.column() * SIDE + SIDE / 2,
              MARGIN + place.row() * SIDE + SIDE / 2,
              count,
              Words.number(count),
              shade(count, most)));
    }
    return Optional.of(
        new AreaMap(
            "map",
            title,
            "The boroughs of the demonstration, which are invented. Shaded by count: a large area is"
                + " not more than a small one, and neither has a population to set it against.",
            measure,
            WIDTH,
            HEIGHT,
            regions,
            legend(most),
            csv));
  }

  private static int shade(long count, long most) {
    return most == 0 ? 1 : (int) Math.max(1, (SHADES * count + most - 1) / most);
  }

  private static List<String> legend(long most) {
    List<String> legend = new ArrayList<>();
    legend.add("Not counted");
    for (int shade = 1; shade <= SHADES; shade++) {
      legend.add(
          shade == 1
              ? "Up to " + Words.number(most / SHADES)
              : "Over "
                  + Words.number((shade - 1) * most / SHADES)
                  + " and up to "
                  + Words.number(shade * most / SHADES));
    }
    return legend;
  }

  /** Round its four sides, each with two bends, from the corner above on the left. */
  private static String outline(int column, int row) {
    StringBuilder path = new StringBuilder("M").append(point(MIDDLE * column, MIDDLE * row));
    for (int i = 1; i <= MIDDLE; i++) {
      path.append(" L").append(point(MIDDLE * column + i, MIDDLE * row));
    }
    for (int i = 1; i <= MIDDLE; i++) {
      path.append(" L").append(point(MIDDLE * column + MIDDLE, MIDDLE * row + i));
    }
    for (int i = 1; i <= MIDDLE; i++) {
      path.append(" L").append(point(MIDDLE * column + MIDDLE - i, MIDDLE * row + MIDDLE));
    }
    for (int i = 1; i < MIDDLE; i++) {
      path.append(" L").append(point(MIDDLE * column, MIDDLE * row + MIDDLE - i));
    }
    return path.append(" Z").toString();
  }

  /** A point of the borders, in thirds of a side; the same for all that share it. */
  private static String point(int across, int down) {
    int mixed = (across * 7919 + down * 104_729 + across * down * 613) & 0xFFFF;
    int x = MARGIN + across * SIDE / MIDDLE + mixed % BEND - BEND / 2;
    int y = MARGIN + down * SIDE / MIDDLE + mixed / BEND % BEND - BEND / 2;
    return x + " " + y;
  }
}
