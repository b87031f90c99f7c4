package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.heed.rulebook.Pattern;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final List<Pattern.Numeral> RANGES =
      List.of(
          new Pattern.Numeral(0, 12),
          new Pattern.Numeral(13, 15),
          new Pattern.Numeral(0, 17),
          new Pattern.Numeral(18, 120),
          new Pattern.Numeral(18, Pattern.Numeral.MOST),
          new Pattern.Numeral(7, 7));

  @Test
  void everyNumber_isOfAClassThatTellsItsRanges() {
    Numbers.Parted parted = Numbers.by(RANGES);
    for (int figures = 1; figures <= Numbers.MOST_FIGURES; figures++) {
      for (int value = 0; value < Math.min(2_000, Math.powExact(10, figures)); value++) {
        int of = parted.numbers().of(value, figures);
        for (int range = 0; range < RANGES.size(); range++) {
          boolean in = Arrays.binarySearch(parted.classes().get(range), of) >= 0;
          assertThat(in)
              .as("%d in %d figures, %s", value, figures, RANGES.get(range))
              .isEqualTo(isIn(value, figures, RANGES.get(range)));
        }
      }
    }
  }

  private static boolean isIn(int value, int figures, Pattern.Numeral range) {
    return range.low() <= value
        && value <= range.high()
        && String.valueOf(range.low()).length() <= figures
        && figures <= String.valueOf(range.high()).length();
  }

  @Test
  void sevenFigures_areNoNumber() {
    assertThat(Numbers.by(RANGES).numbers().of(1_234_567, 7)).isZero();
  }
}
