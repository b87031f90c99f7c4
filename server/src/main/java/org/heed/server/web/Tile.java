package org.heed.server.web;

/**
 * An area in a tile-grid map: every area the same size, near its neighbours, so that a small dense
 * borough is seen as well as a large empty one.
 *
 * @param code two or three letters
 * @param column from 0 on the left
 * @param row from 0 at the top
 * @param value what is shown in it, "Not shown" where withheld
 * @param shade 0 to 4, light to dark; the value is always written too
 */
public record Tile(String code, String name, int column, int row, String value, int shade) {

  /** The side of a tile, in SVG units. */
  public static final int SIDE = 84;

  /** Checks. */
  public Tile {
    if (column < 0 || row < 0 || shade < 0 || shade > 4) {
      throw new IllegalArgumentException("tile " + code);
    }
  }

  /** Left edge. */
  public int x() {
    return column * SIDE;
  }

  /** Upper edge. */
  public int y() {
    return row * SIDE;
  }
}
