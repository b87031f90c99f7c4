package org.heed.server.inspection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
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

  /** The level of each of two intervals that are to hold together at the usual level. */
  static final double EACH_OF_TWO = (1 + Interval.USUAL_LEVEL) / 2;

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
   * @param change since the sample before of the same frame; empty for the first
   */
  public record Sample(
      Inspection inspection,
      long wanting,
      long settled,
      int leftOut,
      Estimate share,
      Optional<Change> change) {}

  /**
   * What changed since an earlier sample of the same areas by the same strata.
   *
   * @param since that sample's title
   * @param shared cases that are in both: the two are then not independent
   * @param points in shares
   */
  public record Change(String since, int shared, Estimate points) {}

  /**
   * An area or a team in the latest sample that is graded.
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
   * The groups that can be told of: enough cases, and what is kept back is neither one group alone
   * nor fewer cases than that, so that the sample less the others tells nothing of it.
   *
   * @param groups wanting and graded cases by name
   */
  static Set<String> shown(SortedMap<String, int[]> groups) {
    Set<String> shown = new TreeSet<>(groups.keySet());
    shown.removeIf(name -> graded(groups, name) < FEWEST);
    while (!shown.isEmpty() && isFew(groups, shown)) {
      shown.remove(
          Collections.min(
              shown,
              Comparator.comparingInt((String name) -> graded(groups, name))
                  .thenComparing(Comparator.naturalOrder())));
    }
    return shown;
  }

  private static boolean isFew(SortedMap<String, int[]> groups, Set<String> shown) {
    int back = groups.size() - shown.size();
    int cases =
        groups.keySet().stream()
            .filter(name -> !shown.contains(name))
            .mapToInt(name -> graded(groups, name))
            .sum();
    return back > 0 && (back == 1 || cases < FEWEST);
  }

  private static int graded(SortedMap<String, int[]> groups, String name) {
    int[] count = groups.get(name);
    return count == null ? 0 : count[1];
  }

  /**
   * A difference of two shares of samples that have cases in common, from intervals that hold
   * together whatever the two have in common (Bonferroni).
   *
   * @param before at {@link #EACH_OF_TWO}
   * @param after likewise
   */
  static Estimate changeOfOverlapping(Estimate before, Estimate after) {
    double change = after.value() - before.value();
    return new Estimate(
        change,
        Double.isNaN(change)
            ? new Interval(-1, 1, Interval.USUAL_LEVEL)
            : new Interval(
                after.interval().lower() - before.interval().upper(),
                after.interval().upper() - before.interval().lower(),
                Interval.USUAL_LEVEL));
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
