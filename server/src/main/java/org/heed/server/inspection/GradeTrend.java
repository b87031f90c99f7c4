package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heed.figures.Interval;
import org.heed.figures.chart.ShareFunnel;
import org.heed.figures.review.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How the share of cases that are not good enough went over successive samples graded by the same
 * criteria, and how it lies by area or team. Of nobody who worked on a case, and in no order but
 * that of names.
 *
 * @param samples the earliest first
 * @param groups by name
 */
public record GradeTrend(List<Sample> samples, List<OfGroup> groups) {
  /** Of fewer graded cases nothing is told of a group. */
  public static final int FEWEST = 5;

  public GradeTrend {
    samples = List.copyOf(samples);
    groups = List.copyOf(groups);
  }

  /**
   * An inspection.
   *
   * @param wanting cases drawn that are not good enough
   * @param settled cases drawn that have a grade that counts
   * @param leftOut graded cases that are restricted to others than the asker
   * @param share of the frame that is not good enough
   * @param change since the sample before, in shares; empty for the first
   */
  public record Sample(
      Inspection inspection,
      long wanting,
      long settled,
      int leftOut,
      Estimate share,
      Optional<Estimate> change) {}

  /**
   * An area or a team over all the samples.
   *
   * @param place in the funnel; null where too few cases were graded to tell
   */
  public record OfGroup(String name, ShareFunnel.@Nullable Group place) {}

  /** Graded cases of all samples that are restricted to others than the asker. */
  public int leftOut() {
    return samples.stream().mapToInt(Sample::leftOut).sum();
  }

  /** The funnel of the groups that are told of; empty where there is none. */
  public Optional<ShareFunnel> funnel() {
    List<ShareFunnel.Given> given = new ArrayList<>();
    for (OfGroup one : groups) {
      ShareFunnel.Group place = one.place();
      if (place != null) {
        given.add(place.given());
      }
    }
    return given.isEmpty() ? Optional.empty() : Optional.of(ShareFunnel.of(given));
  }

  /**
   * A difference of two shares from their intervals (Zou and Donner 2008, Statistics in Medicine
   * 27); not a number where one of them is.
   */
  static Estimate change(Estimate before, Estimate after) {
    double change = after.value() - before.value();
    double lower =
        Math.hypot(
            after.value() - after.interval().lower(), before.interval().upper() - before.value());
    double upper =
        Math.hypot(
            after.interval().upper() - after.value(), before.value() - before.interval().lower());
    return Double.isNaN(change)
        ? new Estimate(Double.NaN, new Interval(-1, 1, before.interval().level()))
        : new Estimate(
            change,
            new Interval(
                Math.max(-1, change - lower),
                Math.min(1, change + upper),
                before.interval().level()));
  }
}
