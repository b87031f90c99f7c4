package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class MissingDataBoundsTest {
  @Test
  void shelterExample_rangesFromAFifthToThreeFifths() {
    // Manski (1995), Identification Problems in the Social Sciences
    MissingDataBounds bounds = MissingDataBounds.of(106, 64, 21);
    assertThat(bounds.range().lower()).isCloseTo(21 / 106.0, within(1e-15));
    assertThat(bounds.range().upper()).isCloseTo(63 / 106.0, within(1e-15));
    assertThat(bounds.completeCase()).isCloseTo(0.328, within(5e-4));
  }

  @Test
  void nothingRecorded_couldBeAnything() {
    MissingDataBounds bounds = MissingDataBounds.of(10, 0, 0);
    assertThat(bounds.range().lower()).isZero();
    assertThat(bounds.range().upper()).isEqualTo(1);
    assertThat(bounds.completeCase()).isNaN();
  }

  @Test
  void partsExceedingTheirTotal_areRefusedByName() {
    assertThatThrownBy(() -> MissingDataBounds.of(100, 101, 5))
        .isInstanceOf(RefusedInput.class)
        .hasMessageStartingWith("recorded");
    assertThatThrownBy(() -> MissingDataBounds.of(100, 4, 5))
        .isInstanceOf(RefusedInput.class)
        .hasMessageStartingWith("yes");
  }
}
