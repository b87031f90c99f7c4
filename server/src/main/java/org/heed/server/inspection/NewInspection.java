package org.heed.server.inspection;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inspection to be drawn.
 *
 * @param criteria the set of criteria of the rulebook in force
 * @param area null: every one open to whoever draws
 * @param since cases opened from that day on
 * @param until and up to the end of that day
 * @param sizes how many of each stratum
 */
public record NewInspection(
    String title,
    String criteria,
    @Nullable String area,
    LocalDate since,
    LocalDate until,
    StrataBy strata,
    Set<Part> parts,
    Map<String, Integer> sizes) {
  public NewInspection {
    parts = Set.copyOf(parts);
    sizes = Map.copyOf(sizes);
  }
}
