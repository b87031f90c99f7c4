package org.heed.server.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every open case against every standard as it stands now, beside the grades of the latest sample
 * that inspectors graded.
 *
 * @param open cases in the areas of whoever asks, without those restricted to others
 * @param behind cases that are still to be worked out again since something came
 * @param at when the last was worked out; null where none was
 * @param standards by title
 * @param sample whose grades it is held beside; empty where nothing was graded
 * @param compared cases of it that have a grade overall, are open still and open to the asker
 * @param leftOut graded cases of it that are restricted to others than the asker
 * @param disagree those in which people and clocks say different things, in the order drawn
 */
public record CasesNow(
    int open,
    int behind,
    @Nullable Instant at,
    List<OfStandard> standards,
    Optional<Inspection> sample,
    int compared,
    int leftOut,
    List<Population.Disagrees> disagree) {
  public CasesNow {
    standards = List.copyOf(standards);
    disagree = List.copyOf(disagree);
  }

  /**
   * A standard over all open cases.
   *
   * @param asked cases that have a clock of it
   * @param missed of these, cases in which one is not evidenced or breached
   * @param late cases in which it was done late
   * @param due cases in which one runs
   */
  public record OfStandard(String title, int asked, int missed, int late, int due) {}
}
