package org.heed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.heed.figures.Interval;
import org.heed.figures.inference.AdjustedChange;
import org.heed.simulator.BlindReview.Frame;
import org.heed.simulator.Planned.Year;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The adjusted change against forces whose truth is known: 922 flagged become 1,200, for each
 * scenario's own reason, and the review has to find by how much recorded exploitation changed.
 */
class AdjustedChangeTruthTest {
  private static final BlindReview REVIEW = new BlindReview(300, 900, 400, 0.93, 0.98, 0.95);
  private static final double NORMAL = 1.959964;

  @Test
  void interval_coversTheTruth() {
    int covered = 0;
    for (Scenario scenario :
        List.of(Scenario.RECOGNITION_ONLY, Scenario.REAL_RISE, Scenario.MIXTURE)) {
      Trials trials = Trials.of(scenario, 40);
      covered += trials.covered();
      assertThat(trials.width()).as(trials.sentence()).isLessThan(1.5);
    }
    assertThat(covered).isGreaterThanOrEqualTo(110);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"recognition-only", "real-rise", "mixture", "reporting-only", "hidden-fall"})
  @Tag("long")
  void interval_coversTheTruthOverTwoThousandForces(String scenario) {
    Trials trials = Trials.of(Scenario.of(scenario), 2_000);
    System.out.println(trials.sentence());
    assertThat(trials.coverage()).as(trials.sentence()).isGreaterThanOrEqualTo(0.94);
    assertThat(trials.width()).as(trials.sentence()).isLessThan(1.5);
  }

  /**
   * What came of many forces.
   *
   * @param covered how often the interval held the true change
   * @param width of the interval, over that of someone who knows the design and every share
   * @param excluded how often it excluded that there was no change
   */
  private record Trials(String scenario, int seeds, int covered, double width, int excluded) {
    static Trials of(Scenario scenario, int seeds) {
      int covered = 0;
      int excluded = 0;
      double width = 0;
      for (int seed = 1; seed <= seeds; seed++) {
        Plan plan =
            new Plan(ForceParameters.of(seed, Scenario.BASE_REPORTS).withScenario(scenario));
        Year last = plan.years.getLast();
        Frame before = Frame.of(plan, plan.years.get(plan.years.size() - 2));
        Frame after = Frame.of(plan, last);
        assertThat(before.flagged()).hasSize(922);
        assertThat(after.flagged()).hasSize(1_200);
        Random random = new Random(seed);
        AdjustedChange adjusted =
            AdjustedChange.of(
                REVIEW.of(before, random),
                REVIEW.of(after, random),
                REVIEW.readers(random),
                REVIEW.level());
        Interval interval = adjusted.change().interval();
        covered += interval.contains(after.exploitation() - before.exploitation()) ? 1 : 0;
        excluded += adjusted.couldBeNone() ? 0 : 1;
        double variance = REVIEW.idealVariance(before) + REVIEW.idealVariance(after);
        width += interval.width() / (2 * NORMAL * Math.sqrt(variance));
      }
      return new Trials(scenario.name(), seeds, covered, width / seeds, excluded);
    }

    double coverage() {
      return (double) covered / seeds;
    }

    String sentence() {
      return String.format(
          Locale.ROOT,
          "%s, %d forces: 95%% intervals cover the true change in %.1f%%, %.2f times as wide as an"
              + " ideal analyst's; no change excluded in %.1f%%",
          scenario,
          seeds,
          100 * coverage(),
          width,
          100.0 * excluded / seeds);
    }
  }
}
