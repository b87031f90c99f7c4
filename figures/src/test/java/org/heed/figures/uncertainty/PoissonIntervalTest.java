package org.heed.figures.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.apache.commons.csv.CSVRecord;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;

class PoissonIntervalTest {
  @Test
  void publishedTable_isReproducedToItsDigits() throws IOException {
    for (CSVRecord row : Worked.rows("worked/poisson-exact-ci.csv")) {
      long count = Long.parseLong(row.get("count"));
      Interval usual = PoissonInterval.of(count);
      Interval outer = PoissonInterval.of(count, Interval.OUTER_LEVEL);
      assertThat(usual.lower()).isCloseTo(number(row, "exact95_lower"), within(6e-7));
      assertThat(usual.upper()).isCloseTo(number(row, "exact95_upper"), within(6e-7));
      assertThat(outer.lower()).isCloseTo(number(row, "exact998_lower"), within(6e-7));
      assertThat(outer.upper()).isCloseTo(number(row, "exact998_upper"), within(6e-7));
    }
  }

  @Test
  void noEvents_stillHaveAnUpperLimit() {
    Interval interval = PoissonInterval.of(0);
    assertThat(interval.lower()).isZero();
    assertThat(interval.upper()).isCloseTo(-Math.log(0.025), within(1e-14));
  }

  @Test
  void tenMillionEvents_matchTheNormalLimit() {
    Interval interval = PoissonInterval.of(10_000_000);
    assertThat(interval.lower()).isCloseTo(10_000_000 - 1.959964 * 3162.2777, within(5.0));
    assertThat(interval.upper()).isCloseTo(10_000_000 + 1.959964 * 3162.2777, within(5.0));
  }

  @Test
  void negativeCount_isRefusedByName() {
    assertThatThrownBy(() -> PoissonInterval.of(-1))
        .isInstanceOf(RefusedInput.class)
        .hasMessageStartingWith("count:");
  }

  @Test
  void levelOfOne_isRefused() {
    assertThatThrownBy(() -> PoissonInterval.of(5, 1)).isInstanceOf(RefusedInput.class);
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
