package org.heed.figures.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.review.MissedEstimate.Stratum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdjustedChangeTest {
  private static final double LEVEL = 0.95;
  private static final double SENSITIVITY = 0.93;
  private static final double SPECIFICITY = 0.98;
  private static final int SETTLED = 400;
  private static final int OF_FLAGGED = 300;
  private static final int OF_REST = 900;

  /** Forces whose flagged count goes from about 922 to about 1,200. */
  enum Force {
    NO_RISE(1_500, 1_500, 0.573, 0.747),
    ALL_REAL(1_433, 1_865, 0.60, 0.60),
    MIXTURE(1_470, 1_676, 0.585, 0.668);

    final int before;
    final int after;
    final double recognitionBefore;
    final double recognitionAfter;

    Force(int before, int after, double recognitionBefore, double recognitionAfter) {
      this.before = before;
      this.after = after;
      this.recognitionBefore = recognitionBefore;
      this.recognitionAfter = recognitionAfter;
    }
  }

  @Test
  void everythingReadByTheInfallible_isTheTruth() {
    AdjustedChange adjusted =
        AdjustedChange.of(
            ReviewedPeriod.of(new Stratum(922, 922, 860), new Stratum(8_000, 8_000, 640)),
            ReviewedPeriod.of(new Stratum(1_200, 1_200, 1_120), new Stratum(8_000, 8_000, 380)),
            Readers.takenToBeRight(LEVEL),
            LEVEL);
    assertThat(adjusted.change().value()).isCloseTo(0, within(1e-9));
    assertThat(adjusted.change().interval().width()).isCloseTo(0, within(1e-9));
    assertThat(adjusted.ratio().value()).isCloseTo(1, within(1e-12));
    assertThat(adjusted.before().recognition().value()).isCloseTo(860 / 1500.0, within(1e-12));
    assertThat(adjusted.after().wronglyFlagged().value()).isCloseTo(80 / 1200.0, within(1e-12));
    assertThat(adjusted.assumptions()).anyMatch(each -> each.contains("not measured"));
  }

  @Test
  void nothingReadOfTheRest_givesARangeAndNoEstimate() {
    AdjustedChange adjusted =
        AdjustedChange.of(
            ReviewedPeriod.of(new Stratum(922, 922, 860), new Stratum(500, 0, 0)),
            ReviewedPeriod.of(new Stratum(1_200, 1_200, 1_120), new Stratum(500, 0, 0)),
            Readers.takenToBeRight(LEVEL),
            LEVEL);
    assertThat(adjusted.change().value()).isNaN();
    assertThat(adjusted.change().interval()).isEqualTo(new Interval(260 - 500, 260 + 500, 1));
    assertThat(adjusted.couldBeNone()).isTrue();
  }

  @Test
  void readersNoBetterThanChance_areRefused() {
    assertThatThrownBy(() -> Readers.measured(100, 50, 100, 55, LEVEL))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("chance");
  }

  @Test
  void readersError_doesNotPassForAChangeInNumbers() {
    // readers who call 5 in 100 others exploitation would see 400 more among 8,000 more records
    AdjustedChange adjusted =
        AdjustedChange.of(
            ReviewedPeriod.of(new Stratum(100, 100, 95), new Stratum(8_000, 8_000, 400)),
            ReviewedPeriod.of(new Stratum(100, 100, 95), new Stratum(16_000, 16_000, 800)),
            Readers.measured(100_000, 95_000, 100_000, 95_000, LEVEL),
            LEVEL);
    assertThat(adjusted.change().value()).isCloseTo(0, within(1e-9));
    assertThat(adjusted.couldBeNone()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void interval_coversTheTruth(Force force) {
    Trials trials = trials(force, 250);
    assertThat(trials.coverage()).as(trials.toString()).isGreaterThan(0.92);
    assertThat(trials.width()).as(trials.toString()).isLessThan(1.5);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("long")
  void interval_coversTheTruthOverTwoThousandSeeds(Force force) {
    Trials trials = trials(force, 2_000);
    System.out.println(trials.sentence(force));
    assertThat(trials.coverage()).as(trials.toString()).isGreaterThanOrEqualTo(0.94);
    assertThat(trials.width()).as(trials.toString()).isLessThan(1.5);
  }

  @Test
  void withNothingSupposed_nothingCanBeTold() {
    Interval range = Scenario.nothingSupposed().ratio(922, 1200);
    assertThat(range.lower()).isZero();
    assertThat(range.upper()).isInfinite();
    assertThat(Scenario.nothingSupposed().leavesOpen(922, 1200)).isTrue();
  }

  @Test
  void supposedRecognition_boundsTheRatio() {
    Interval few = new Interval(0.05, 0.05, 1);
    Scenario scenario =
        new Scenario(
            "Half to four fifths were flagged before, four fifths after.",
            new Interval(0.5, 0.8, 1),
            new Interval(0.8, 0.8, 1),
            few,
            few);
    Interval range = scenario.ratio(922, 1200);
    assertThat(range.lower()).isCloseTo(1200 / 922.0 * 0.5 / 0.8, within(1e-12));
    assertThat(range.upper()).isCloseTo(1200 / 922.0, within(1e-12));
    assertThat(scenario.leavesOpen(922, 1200)).isTrue();
  }

  /** How often the interval held the truth, and how wide it was beside the ideal one. */
  private record Trials(int seeds, double coverage, double width, double noRise) {
    String sentence(Force force) {
      return String.format(
          Locale.ROOT,
          "%s over %d seeds: 95%% intervals cover the true change in %.1f%%, %.2f times as wide as"
              + " an ideal analyst's; no rise excluded in %.1f%%",
          force,
          seeds,
          100 * coverage,
          width,
          100 * noRise);
    }
  }

  private static Trials trials(Force force, int seeds) {
    int covered = 0;
    int excluded = 0;
    double width = 0;
    for (int seed = 1; seed <= seeds; seed++) {
      Random random = new Random(seed);
      SupposedForce before =
          SupposedForce.of(force.before, force.recognitionBefore, 62, 8_000, random);
      SupposedForce after =
          SupposedForce.of(force.after, force.recognitionAfter, 80, 8_600, random);
      AdjustedChange adjusted =
          AdjustedChange.of(
              before.reviewed(OF_FLAGGED, OF_REST, SENSITIVITY, SPECIFICITY, random),
              after.reviewed(OF_FLAGGED, OF_REST, SENSITIVITY, SPECIFICITY, random),
              settled(random),
              LEVEL);
      Interval interval = adjusted.change().interval();
      covered += interval.contains(after.exploitation() - before.exploitation()) ? 1 : 0;
      excluded += adjusted.couldBeNone() ? 0 : 1;
      width += interval.width() / idealWidth(before, after);
    }
    return new Trials(seeds, (double) covered / seeds, width / seeds, (double) excluded / seeds);
  }

  private static Readers settled(Random random) {
    int seen = 0;
    int leftAlone = 0;
    for (int i = 0; i < SETTLED; i++) {
      seen += random.nextDouble() < SENSITIVITY ? 1 : 0;
      leftAlone += random.nextDouble() < SPECIFICITY ? 1 : 0;
    }
    return Readers.measured(SETTLED, seen, SETTLED, leftAlone, LEVEL);
  }

  /** That of someone who knows every share, every reader and the sampling design. */
  private static double idealWidth(SupposedForce before, SupposedForce after) {
    double variance = 0;
    for (SupposedForce each : List.of(before, after)) {
      variance += each.idealVariance(OF_FLAGGED, OF_REST, SENSITIVITY, SPECIFICITY);
    }
    return 2 * 1.959964 * Math.sqrt(variance);
  }
}
