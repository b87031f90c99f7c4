package org.heed.figures.published;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The boroughs of London, as a map draws them, with who lives there. */
public final class LondonBoroughs {
  /** The attribution that must stand wherever their outlines or populations are shown. */
  public static final String ATTRIBUTION =
      "Boundaries: Greater London Authority, Statistical GIS Boundary Files for London, simplified."
          + " Population: Office for National Statistics, mid-2023. Contains National Statistics and"
          + " Ordnance Survey data \u00a9 Crown copyright and database right. Licensed under the Open"
          + " Government Licence v3.0.";

  /** The width of the map in the outlines' units of 200 metres. */
  public static final int WIDTH = 292;

  /** Its height. */
  public static final int HEIGHT = 226;

  /**
   * A borough.
   *
   * @param population residents, mid-2023
   * @param x of its middle, from the west
   * @param y of its middle, from the north
   * @param outline as an SVG path
   */
  public record Borough(String code, String name, long population, int x, int y, String outline) {}

  private LondonBoroughs() {}

  /** All 33, the City of London among them, by name. Show {@link #ATTRIBUTION} with them. */
  public static List<Borough> bundled() {
    List<Borough> all = new ArrayList<>();
    try (Reader reader = PublishedSeries.resource("london-boroughs.csv");
        CSVParser rows = HomeOfficeTable.FORMAT.parse(reader)) {
      for (CSVRecord row : rows) {
        all.add(
            new Borough(
                row.get("code"),
                row.get("name"),
                Long.parseLong(row.get("population")),
                Integer.parseInt(row.get("x")),
                Integer.parseInt(row.get("y")),
                row.get("outline")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }
}
