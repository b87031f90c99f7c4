package org.heed.figures.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class AllocationTest {
  @Test
  void proportional_givesEachItsShare() {
    assertThat(Allocation.proportional(50, List.of(200, 300, 500))).containsExactly(10, 15, 25);
  }

  @Test
  void neyman_givesMoreToWhatDiffersMore() {
    // by hand, as Cochran 1977, section 5.5, shares out, whose pages were not at hand: by size
    // times
    // standard deviation, 200 * 0.5 and 300 * 0.2 of 160
    assertThat(Allocation.neyman(32, List.of(200, 300), List.of(0.5, 0.2))).containsExactly(20, 12);
  }

  @Test
  void oversampled_isDrawnThreeTimesAsThickly() {
    assertThat(Allocation.oversampled(60, List.of(100, 100), List.of(3.0, 1.0)))
        .containsExactly(45, 15);
  }

  @Test
  void smallStratum_hasTwoAndNoMoreThanThereAre() {
    assertThat(Allocation.proportional(20, List.of(3, 997))).containsExactly(2, 18);
    assertThat(Allocation.oversampled(20, List.of(3, 30), List.of(100.0, 1.0)))
        .containsExactly(3, 17);
  }

  @Test
  void moreThanThereAre_isRefused() {
    assertThatThrownBy(() -> Allocation.proportional(6, List.of(2, 3)))
        .isInstanceOf(RefusedInput.class);
  }
}
