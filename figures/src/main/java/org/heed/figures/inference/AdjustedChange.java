package org.heed.figures.inference;

import java.util.ArrayList;
import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.review.Estimate;

/**
 * The change between two periods in recorded exploitation, flagged or not, from a blind review of
 * random flagged and unflagged records of both, put right for the readers' own error (Rogan and
 * Gladen 1978, American Journal of Epidemiology 107). The readers' error is one and the same in
 * both periods, since they are blind to the period, and so largely cancels in the change. A stratum
 * of which nothing was read makes a range, level 1, and no estimate.
 *
 * @param before the earlier period
 * @param after the later
 * @param change after less before
 * @param ratio after over before
 * @param assumptions what all this rests on
 * @param cannotTell what no record can tell
 */
public record AdjustedChange(
    Period before,
    Period after,
    Estimate change,
    Estimate ratio,
    List<String> assumptions,
    List<String> cannotTell) {

  private static final List<String> CANNOT_TELL =
      List.of(
          "How many offences nobody reported, and whether more were reported of as many.",
          "How many reports were never recorded.",
          "What records do not say: a reader sees what was written, not what happened.",
          "Why anything changed.");

  /**
   * A period.
   *
   * @param flagged how many are flagged
   * @param exploitation how many recorded are exploitation, flagged or not
   * @param recognition share of those that are flagged
   * @param wronglyFlagged share of the flagged that are not exploitation
   */
  public record Period(
      long flagged, Estimate exploitation, Estimate recognition, Estimate wronglyFlagged) {}

  public AdjustedChange {
    assumptions = List.copyOf(assumptions);
    cannotTell = List.copyOf(cannotTell);
  }

  /** Adjusts. */
  public static AdjustedChange of(
      ReviewedPeriod before, ReviewedPeriod after, Readers readers, double level) {
    Interval.checkedLevel(level);
    List<Estimate> both = new ArrayList<>(before.called(readers, level));
    both.addAll(after.called(readers, level));
    both.add(readers.sensitivity());
    both.add(readers.specificity());
    Estimate change = Joined.of(at -> all(at, 4, after) - all(at, 0, before), both, level);
    Estimate ratio =
        Joined.ofRatio(
            at -> atLeastNone(all(at, 4, after)) / atLeastNone(all(at, 0, before)), both, level);
    return new AdjustedChange(
        period(before, readers, level),
        period(after, readers, level),
        change,
        ratio,
        assumptions(readers),
        CANNOT_TELL);
  }

  /** Whether chance and the readers' error would do to explain the change. */
  public boolean couldBeNone() {
    return change.interval().contains(0);
  }

  private static Period period(ReviewedPeriod period, Readers readers, double level) {
    List<Estimate> inputs = new ArrayList<>(period.called(readers, level));
    inputs.add(readers.sensitivity());
    inputs.add(readers.specificity());
    long flagged = period.flagged().unread();
    Estimate odds =
        Joined.ofRatio(
            at -> atLeastNone(rest(at, 0, period)) / atLeastNone(flagged(at, 0, period)),
            inputs,
            level);
    Estimate rightly = Joined.of(at -> flagged(at, 0, period), inputs, level);
    return new Period(
        flagged,
        clamped(Joined.of(at -> all(at, 0, period), inputs, level), (double) period.records()),
        new Estimate(
            1 / (1 + odds.value()),
            new Interval(
                1 / (1 + odds.interval().upper()),
                1 / (1 + odds.interval().lower()),
                odds.interval().level())),
        shareNot(clamped(rightly, (double) flagged), flagged));
  }

  /** How many are exploitation, of what the inputs from {@code first} on say of a period. */
  private static double all(double[] at, int first, ReviewedPeriod period) {
    return flagged(at, first, period) + rest(at, first, period);
  }

  private static double flagged(double[] at, int first, ReviewedPeriod period) {
    return right(at, at[first] + at[first + 2], period.flagged().unread());
  }

  private static double rest(double[] at, int first, ReviewedPeriod period) {
    return right(at, at[first + 1] + at[first + 3], period.unflaggedRecords());
  }

  /** What readers call, put right; the last two inputs are their sensitivity and specificity. */
  private static double right(double[] at, double called, long records) {
    double sensitivity = at[at.length - 2];
    double specificity = at[at.length - 1];
    return (called - (1 - specificity) * records) / (sensitivity + specificity - 1);
  }

  private static double atLeastNone(double count) {
    return Math.max(0, count);
  }

  private static Estimate clamped(Estimate estimate, double most) {
    return new Estimate(
        Double.isNaN(estimate.value()) ? Double.NaN : Math.clamp(estimate.value(), 0, most),
        new Interval(
            Math.clamp(estimate.interval().lower(), 0, most),
            Math.clamp(estimate.interval().upper(), 0, most),
            estimate.interval().level()));
  }

  private static Estimate shareNot(Estimate rightly, long flagged) {
    if (flagged == 0) {
      return new Estimate(Double.NaN, new Interval(0, 1, 1));
    }
    return new Estimate(
        1 - rightly.value() / flagged,
        new Interval(
            1 - rightly.interval().upper() / flagged,
            1 - rightly.interval().lower() / flagged,
            rightly.interval().level()));
  }

  private static List<String> assumptions(Readers readers) {
    return List.of(
        "The records read were drawn at random, in each period among the flagged and among the rest.",
        "Their readers knew neither flag nor period, and erred alike in all of them.",
        readers.measured()
            ? "The readers' error was measured on settled records like these."
            : "The readers were never wrong: their error was not measured.");
  }
}
