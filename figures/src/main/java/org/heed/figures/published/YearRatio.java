package org.heed.figures.published;

import java.util.List;
import org.heed.figures.uncertainty.RateRatio;

/**
 * How one year's count stands to an earlier one's.
 *
 * @param from the earlier year
 * @param to the later year
 * @param ratio the later over the earlier, with its exact interval
 * @param breaks every break between them, label changes included
 */
public record YearRatio(YearCount from, YearCount to, RateRatio ratio, List<Break> breaks) {
  public YearRatio {
    breaks = List.copyOf(breaks);
  }

  /** Whether both years count the same thing; where not, the figure carries [b]. */
  public boolean comparable() {
    return breaks.stream().allMatch(Break::comparable);
  }
}
