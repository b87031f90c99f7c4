package org.heed.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.chart.ShareFunnel.Given;
import org.junit.jupiter.api.Test;

class ShareFunnelTest {
  @Test
  void groupFarFromTheOthers_liesOutside_andOrderIsKept() {
    ShareFunnel funnel =
        ShareFunnel.of(
            List.of(new Given("b", 10, 40), new Given("a", 2, 40), new Given("c", 30, 40)));
    assertThat(funnel.share()).isCloseTo(42 / 120.0, within(1e-12));
    assertThat(funnel.groups()).extracting(one -> one.given().id()).containsExactly("b", "a", "c");
    assertThat(funnel.groups().getFirst().isOutside()).isFalse();
    assertThat(funnel.groups().get(1).isFarOutside()).isTrue();
    assertThat(funnel.groups().get(2).isFarOutside()).isTrue();
  }

  @Test
  void limits_areTheInterpolatedBinomialOnes() {
    // binomial of 20 at a half: the distribution function at 5 is 0.020695, at 6 0.057659, so the
    // 2.5% point lies (0.057659 - 0.025) / 0.036964 below 6; the upper limit is symmetric
    ShareFunnel funnel = ShareFunnel.of(List.of(new Given("a", 10, 20)));
    Interval limits = funnel.limits(20, 0.95);
    assertThat(limits.lower() * 20).isCloseTo(6 - (0.057659 - 0.025) / 0.036964, within(1e-3));
    assertThat(limits.upper() * 20).isCloseTo(14 - (0.979305 - 0.975) / 0.036964, within(1e-3));
  }

  @Test
  void groupWithoutCases_isRefused() {
    assertThatThrownBy(() -> new Given("a", 0, 0)).isInstanceOf(RefusedInput.class);
  }
}
