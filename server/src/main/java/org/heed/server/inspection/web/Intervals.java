package org.heed.server.inspection.web;

import java.util.Locale;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;

/** Shares and agreement in words and numbers. */
public final class Intervals {
  private Intervals() {}

  /** “67% (35% to 90%)”. */
  public static String share(Estimate share) {
    Interval between = share.interval();
    String range = percent(between.lower()) + " to " + percent(between.upper());
    return Double.isNaN(share.value()) ? range : percent(share.value()) + " (" + range + ")";
  }

  /** “0.62 (0.40 to 0.81)”; where all cases are alike chance alone would agree. */
  public static String coefficient(Estimate told) {
    return Double.isNaN(told.value())
        ? "Cannot be told"
        : two(told.value())
            + " ("
            + two(told.interval().lower())
            + " to "
            + two(told.interval().upper())
            + ")";
  }

  /** “70% (35% to 92%)”, of a percentage. */
  public static String percentage(Estimate told) {
    return Double.isNaN(told.value())
        ? "Cannot be told"
        : share(
            new Estimate(
                told.value() / 100,
                new Interval(
                    told.interval().lower() / 100,
                    told.interval().upper() / 100,
                    told.interval().level())));
  }

  static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  static String two(double value) {
    return String.format(Locale.UK, "%.2f", value).replace('-', '−');
  }
}
