package org.heed.figures.log;

import java.util.List;

/**
 * What every change in a log carries.
 *
 * @param clocks the clocks a period can be taken on, such as occurred, reported, recorded, flagged
 * @param dimensions what counts can be grouped and limited by, such as area and offence
 */
public record Schema(List<String> clocks, List<String> dimensions) {
  private static final int MOST_DIMENSIONS = 14;

  public Schema {
    clocks = List.copyOf(clocks);
    dimensions = List.copyOf(dimensions);
    if (dimensions.size() > MOST_DIMENSIONS) {
      throw new IllegalArgumentException("at most " + MOST_DIMENSIONS + " dimensions");
    }
  }

  int clock(String name) {
    return position(clocks, name);
  }

  int dimension(String name) {
    return position(dimensions, name);
  }

  private static int position(List<String> names, String name) {
    int position = names.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException("not one of " + names + ": " + name);
    }
    return position;
  }
}
