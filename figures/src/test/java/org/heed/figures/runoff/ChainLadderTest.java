package org.heed.figures.runoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class ChainLadderTest {
  @Test
  void steadyGrowth_isCarriedOnWithoutError() {
    ChainLadder ladder =
        ChainLadder.of(
            List.of(
                new double[] {10, 20, 30},
                new double[] {20, 40, 60},
                new double[] {30, 60},
                new double[] {40}));
    assertThat(ladder.ultimate()).containsExactly(30.0, 60.0, 90.0, 120.0);
    assertThat(ladder.totalSe()).isCloseTo(0, within(1e-12));
  }

  @Test
  void nothingYet_isNotedAsTheMethodsBlindness() {
    ChainLadder ladder =
        ChainLadder.of(List.of(new double[] {10, 21}, new double[] {20, 39}, new double[] {0}));
    assertThat(ladder.reserve().getLast()).isZero();
    assertThat(ladder.notes()).hasSize(1);
  }

  @Test
  void growthFromZero_hasFactorsAndNoStandardError() {
    ChainLadder ladder =
        ChainLadder.of(List.of(new double[] {0, 5}, new double[] {20, 35}, new double[] {7}));
    assertThat(ladder.ultimate().getLast()).isCloseTo(14, within(1e-12));
    assertThat(ladder.totalSe()).isNaN();
    assertThat(ladder.notes()).singleElement().asString().contains("row 1 grows from zero");
  }

  @Test
  void rowLongerThanTheOneBefore_isRefused() {
    assertThatThrownBy(() -> ChainLadder.of(List.of(new double[] {1}, new double[] {1, 2})))
        .isInstanceOf(RefusedInput.class);
  }
}
