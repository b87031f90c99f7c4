package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.sampling.StratifiedRatio.Stratum;
import org.heed.figures.sampling.StratifiedRatio.Unit;
import org.heed.figures.uncertainty.ProportionInterval;
import org.junit.jupiter.api.Test;

class StratifiedRatioTest {
  private static final double LEVEL = 0.95;

  @Test
  void recordingRateOf895_isToWithin164Points() {
    // HMICFRS 2018, crime data integrity: 89.5% with an interval of 1.64 points, which is what
    // 1,202 of 1,343 crimes of one each in a very large number of reports have
    StratifiedRatio rate =
        StratifiedRatio.of(List.of(new Stratum(1_000_000_000, ones(1_202, 141))), LEVEL);
    assertThat(rate.ratio().value()).isCloseTo(0.895, within(5e-4));
    assertThat(rate.halfWidth()).isCloseTo(0.0164, within(5e-5));
    Interval exact = ProportionInterval.exact(1_202, 1_343, LEVEL);
    assertThat(rate.ratio().interval().lower()).isCloseTo(exact.lower(), within(1e-4));
    assertThat(rate.ratio().interval().upper()).isCloseTo(exact.upper(), within(1e-4));
  }

  private static List<Unit> ones(int has, int hasNot) {
    List<Unit> units = new ArrayList<>(Collections.nCopies(has, new Unit(1, 1)));
    units.addAll(Collections.nCopies(hasNot, new Unit(1, 0)));
    return units;
  }

  @Test
  void rate_isOfCrimes_notOfReports_andCountsEachRouteByItsSize() {
    StratifiedRatio rate =
        StratifiedRatio.of(
            List.of(
                new Stratum(100, List.of(new Unit(3, 2), new Unit(1, 1))),
                new Stratum(300, List.of(new Unit(1, 0), new Unit(0, 0), new Unit(1, 1)))),
            LEVEL);
    // 50 * 4 + 100 * 2 that should be, 50 * 3 + 100 * 1 that are
    assertThat(rate.should()).isCloseTo(400, within(1e-9));
    assertThat(rate.ratio().value()).isCloseTo(250 / 400.0, within(1e-12));
    // d = has - 0.625 should: 0.125, 0.375 with s2 = 0.03125; -0.625, 0, 0.375 with s2 = 0.2552083
    double variance =
        100.0 * 100 * 0.98 * 0.03125 / 2 + 300.0 * 300 * 0.99 * 0.2552083333333333 / 3;
    assertThat(rate.standardError()).isCloseTo(Math.sqrt(variance) / 400, within(1e-9));
  }

  @Test
  void allRecordedInAFew_isNotAllRecorded() {
    StratifiedRatio rate = StratifiedRatio.of(List.of(new Stratum(500, ones(20, 0))), LEVEL);
    assertThat(rate.ratio().value()).isEqualTo(1);
    assertThat(rate.standardError()).isZero();
    assertThat(rate.ratio().interval().lower()).isBetween(0.79, 0.832);
  }

  @Test
  void fewReportsAtAHighLevel_areWorthLess_byThatLevelsDeviates() {
    // 9 of 10 ones, 20 such reports of an endless number: worth 20 less the allowance for 19
    // degrees of freedom, (2.5758 / 2.8609) squared at 99%
    Interval limits =
        StratifiedRatio.of(List.of(new Stratum(1_000_000_000, ones(18, 2))), 0.99)
            .ratio()
            .interval();
    double worth = 19 * Math.pow(2.575829 / 2.860935, 2);
    Interval expected = ProportionInterval.effective(0.9, worth, 0.99);
    assertThat(limits.lower()).isCloseTo(expected.lower(), within(1e-5));
    assertThat(limits.upper()).isCloseTo(expected.upper(), within(1e-5));
  }

  @Test
  void allRecordedInAThinStratum_tellsLessThanInAThickOne() {
    double thin =
        StratifiedRatio.of(
                List.of(new Stratum(20, ones(18, 0)), new Stratum(400, ones(4, 0))), LEVEL)
            .ratio()
            .interval()
            .lower();
    double even =
        StratifiedRatio.of(
                List.of(new Stratum(210, ones(11, 0)), new Stratum(210, ones(11, 0))), LEVEL)
            .ratio()
            .interval()
            .lower();
    assertThat(thin).isLessThan(0.55);
    assertThat(even).isGreaterThan(0.8);
  }

  @Test
  void wholePopulation_leavesNothingOpen_andNothingThatShouldBeTellsNothing() {
    assertThat(StratifiedRatio.of(List.of(new Stratum(4, ones(3, 1))), LEVEL).ratio().interval())
        .isEqualTo(new Interval(0.75, 0.75, LEVEL));
    StratifiedRatio none =
        StratifiedRatio.of(List.of(new Stratum(9, List.of(new Unit(0, 0)))), LEVEL);
    assertThat(none.ratio().value()).isNaN();
    assertThat(none.ratio().interval()).isEqualTo(new Interval(0, 1, LEVEL));
    assertThatThrownBy(() -> new Unit(1, 2)).isInstanceOf(RefusedInput.class);
  }

  @Test
  void samplesOfAKnownForce_coverItsRate() {
    Random random = new Random(21);
    List<Unit> calls = reports(800, 0.92, random);
    List<Unit> partners = reports(150, 0.7, random);
    double truth = of(calls, partners);
    int covered = 0;
    for (int run = 0; run < 400; run++) {
      Collections.shuffle(calls, random);
      Collections.shuffle(partners, random);
      covered +=
          StratifiedRatio.of(
                      List.of(
                          new Stratum(800, calls.subList(0, 60)),
                          new Stratum(150, partners.subList(0, 40))),
                      LEVEL)
                  .ratio()
                  .interval()
                  .contains(truth)
              ? 1
              : 0;
    }
    assertThat(covered / 400.0).isBetween(0.94, 1.0);
  }

  private static List<Unit> reports(int size, double recorded, Random random) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int should = random.nextInt(10) < 3 ? 0 : 1 + random.nextInt(2);
      int has = 0;
      for (int crime = 0; crime < should; crime++) {
        has += random.nextDouble() < recorded ? 1 : 0;
      }
      units.add(new Unit(should, has));
    }
    return units;
  }

  private static double of(List<Unit> some, List<Unit> others) {
    List<Unit> all = new ArrayList<>(some);
    all.addAll(others);
    return all.stream().mapToDouble(Unit::has).sum() / all.stream().mapToDouble(Unit::should).sum();
  }
}
