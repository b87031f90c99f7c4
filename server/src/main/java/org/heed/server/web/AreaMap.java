package org.heed.server.web;

import java.util.List;

/**
 * Areas drawn by their outlines and shaded by a number, with the table that says the same.
 *
 * @param id letters, digits and hyphens, unique on the page
 * @param says the drawing in a sentence or two
 * @param measure what shades them, in words
 * @param width of the outlines' own units
 * @param regions the areas, in the order of their names
 * @param legend what each shade stands for, light to dark
 * @param csv the address of the numbers as a file
 */
public record AreaMap(
    String id,
    String title,
    String says,
    String measure,
    int width,
    int height,
    List<Region> regions,
    List<String> legend,
    String csv) {

  /**
   * An area.
   *
   * @param outline an SVG path
   * @param x where its number stands
   * @param value what is written in it and in the table, "Not published" where there is none
   * @param shade 0 to 4, light to dark; 0 is without a number
   */
  public record Region(
      String name, String outline, int x, int y, long count, String value, int shade) {
    /** Checks. */
    public Region {
      if (shade < 0 || shade > 4) {
        throw new IllegalArgumentException("shade of " + name);
      }
    }

    /** Whether it has a number. */
    public boolean known() {
      return shade > 0;
    }
  }

  /** Copies. */
  public AreaMap {
    regions = List.copyOf(regions);
    legend = List.copyOf(legend);
  }
}
