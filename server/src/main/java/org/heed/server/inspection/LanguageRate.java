package org.heed.server.inspection;

import java.time.LocalDate;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;
import org.heed.figures.uncertainty.ProportionInterval;
import org.jspecify.annotations.Nullable;

/**
 * In how many of the reports of an area or a team words were pointed out that put the blame on a
 * child, as they were first recorded.
 *
 * @param quarter its first day
 * @param reports null: kept back, since they are few or few people recorded them
 * @param worded likewise
 */
public record LanguageRate(
    String unit, LocalDate quarter, @Nullable Integer reports, @Nullable Integer worded) {

  /** Its share with Wilson limits; null where it is kept back. */
  public @Nullable Estimate share() {
    return reports == null || worded == null
        ? null
        : new Estimate(
            (double) worded / reports,
            ProportionInterval.wilson(worded, reports, Interval.USUAL_LEVEL));
  }
}
