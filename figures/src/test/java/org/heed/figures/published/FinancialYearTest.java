package org.heed.figures.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class FinancialYearTest {
  @Test
  void writtenYear_runsFromAprilToMarch() {
    FinancialYear year = FinancialYear.parse("1999/00");
    assertThat(year.firstDay()).isEqualTo(LocalDate.of(1999, 4, 1));
    assertThat(year.lastDay()).isEqualTo(LocalDate.of(2000, 3, 31));
    assertThat(year).hasToString("1999/00");
  }

  @Test
  void yearsThatDoNotFollow_areRefused() {
    assertThatThrownBy(() -> FinancialYear.parse("2016/18")).isInstanceOf(RefusedInput.class);
  }
}
