package org.heed.figures.sampling;

import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.Estimate;

/**
 * What a rate of recording means for a whole period: of what is on record, how much more should be.
 *
 * @param should how many there should be on record
 * @param missing how many of them are not
 */
public record GrossedUp(Estimate should, Estimate missing) {

  /**
   * From how many were recorded and the share of those there should be.
   *
   * @param times the period by the one that was sampled: 2 for a year from six months
   */
  public static GrossedUp of(long recorded, double times, Estimate rate) {
    RefusedInput.unless(recorded >= 0, "recorded", "is below zero");
    RefusedInput.unless(times > 0, "times", "must be positive, but is " + times);
    Interval limits = rate.interval();
    RefusedInput.unless(
        limits.lower() > 0 && limits.upper() <= 1, "rate", "must lie over 0 and up to 1");
    RefusedInput.unless(
        limits.lower() <= rate.value() && rate.value() <= limits.upper(),
        "rate",
        "must lie within its limits");
    double there = recorded * times;
    Estimate should =
        new Estimate(
            there / rate.value(),
            new Interval(there / limits.upper(), there / limits.lower(), limits.level()));
    return new GrossedUp(should, less(should, there));
  }

  /**
   * The same where some of what is on record should not be: what is rightly there by the share of
   * what should be.
   *
   * @param wrongly the share of what is on record that should not be; its limits and those of
   *     {@code rate} hold together at no less than one less what either leaves out (Bonferroni)
   */
  public static GrossedUp rightly(long recorded, Estimate wrongly, Estimate rate) {
    RefusedInput.unless(recorded >= 0, "recorded", "is below zero");
    Interval limits = rate.interval();
    RefusedInput.unless(
        limits.lower() > 0 && limits.upper() <= 1, "rate", "must lie over 0 and up to 1");
    Interval over = wrongly.interval();
    double level = limits.level() + over.level() - 1;
    double least = recorded * (1 - over.upper());
    double most = recorded * (1 - over.lower());
    double there = recorded * (1 - wrongly.value());
    double lower = least / limits.upper();
    double upper = most / limits.lower();
    return new GrossedUp(
        new Estimate(there / rate.value(), new Interval(lower, upper, level)),
        new Estimate(
            there / rate.value() - there, new Interval(lower - least, upper - most, level)));
  }

  /** A share of what is on record, as a number of it. */
  public static Estimate part(long recorded, Estimate share) {
    Interval limits = share.interval();
    return new Estimate(
        recorded * share.value(),
        new Interval(recorded * limits.lower(), recorded * limits.upper(), limits.level()));
  }

  private static Estimate less(Estimate all, double there) {
    Interval limits = all.interval();
    return new Estimate(
        all.value() - there,
        new Interval(limits.lower() - there, limits.upper() - there, limits.level()));
  }
}
