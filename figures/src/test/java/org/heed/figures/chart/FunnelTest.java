package org.heed.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class FunnelTest {
  @Test
  void limits_areWhereTheExactTailsLie() {
    Funnel funnel =
        Funnel.of(
            List.of(
                new Funnel.Given("north", 30, 20_000),
                new Funnel.Given("south", 70, 21_000),
                new Funnel.Given("east", 400, 221_000)));
    for (Funnel.Area area : funnel.areas()) {
      PoissonDistribution chance = PoissonDistribution.of(area.expected());
      int lower = (int) Math.floor(area.usual().lower() * area.given().population() + 1e-9);
      int upper = (int) Math.ceil(area.usual().upper() * area.given().population() - 1e-9);
      assertThat(chance.cumulativeProbability(lower)).isLessThanOrEqualTo(0.025 + 1e-12);
      assertThat(chance.cumulativeProbability(upper)).isGreaterThanOrEqualTo(0.975 - 1e-12);
      assertThat(area.outer().lower()).isLessThan(area.usual().lower());
    }
    assertThat(funnel.areas())
        .extracting(Funnel.Area::position)
        .containsExactly("within", "above-99.8", "within");
    assertThat(funnel.overdispersion()).isGreaterThan(1);
  }

  @Test
  void areaWithoutPopulation_isRefusedByName() {
    assertThatThrownBy(() -> Funnel.of(List.of(new Funnel.Given("north", 1, 0))))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("north");
  }

  @Test
  void areaInWhichAlmostNothingIsExpected_hasLimitsFromZero_andWiderOnesThanALargeArea() {
    Funnel funnel =
        Funnel.of(List.of(new Funnel.Given("a", 12, 1_000), new Funnel.Given("b", 9, 1_000)));
    Interval tiny = funnel.limits(0.5, Interval.USUAL_LEVEL);
    assertThat(tiny.lower()).isZero();
    assertThat(tiny.upper()).isNotNegative();
    Interval small = funnel.limits(200, Interval.USUAL_LEVEL);
    Interval large = funnel.limits(5_000, Interval.USUAL_LEVEL);
    assertThat(small.width()).isGreaterThan(large.width());
    assertThat(large.contains(funnel.rate())).isTrue();
  }

  @Test
  void areaTooSmallToExpectAnything_hasLimitsFromNought() {
    Funnel.Area small =
        Funnel.of(List.of(new Funnel.Given("a", 5, 1e6), new Funnel.Given("b", 0, 10)))
            .areas()
            .getLast();
    assertThat(small.usual().lower()).isZero();
    assertThat(small.usual().upper()).isZero();
    assertThat(small.position()).isEqualTo("within");
  }
}
