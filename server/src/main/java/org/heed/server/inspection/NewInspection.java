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
 * @param knownOn the frame as known at the end of that day; null: now
 */
public record NewInspection(
    String title,
    String criteria,
    @Nullable String area,
    LocalDate since,
    LocalDate until,
    StrataBy strata,
    Set<Part> parts,
    Map<String, Integer> sizes,
    @Nullable LocalDate knownOn) {
  public NewInspection {
    parts = Set.copyOf(parts);
    sizes = Map.copyOf(sizes);
  }

  /** From the frame as known now. */
  public NewInspection(
      String title,
      String criteria,
      @Nullable String area,
      LocalDate since,
      LocalDate until,
      StrataBy strata,
      Set<Part> parts,
      Map<String, Integer> sizes) {
    this(title, criteria, area, since, until, strata, parts, sizes, null);
  }
}
