package org.heed.figures.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateExpressionTest {
  private static final Map<String, double[]> FACTORS =
      Map.of("x", new double[] {1, 2, 3}, "y", new double[] {4, 5, 6}, "n", new double[] {2});

  @Test
  void operators_bindAsInArithmetic() {
    assertThat(value("2+3*4-6/3")).isEqualTo(12);
    assertThat(value("8/4/2")).isEqualTo(1);
    assertThat(value("-n*-(1-3)")).isEqualTo(-4);
    assertThat(value("1.5e1 + .5")).isEqualTo(15.5);
  }

  @Test
  void vectors_goElementByElementAndWithNumbers() {
    assertThat(value("1000*sum(x*y)/( sum(x*y) + sum(x*(1-y)*n) )")).isEqualTo(-1600);
    assertThat(value("sum(x+n)")).isEqualTo(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "x+", "sum(x", "x)", "2x", "1..2", "x^2", "run(x)", "a;b", "()", "1/0"})
  void whatIsNoExpression_isRefused(String text) {
    assertThatThrownBy(() -> value(text)).isInstanceOf(RefusedInput.class);
  }

  @Test
  void vectorAsRate_isRefused() {
    assertThatThrownBy(() -> value("x*y"))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("sum()");
  }

  @Test
  void endlessNesting_isRefusedBeforeTheStackEnds() {
    assertThatThrownBy(() -> value("(".repeat(9_000))).isInstanceOf(RefusedInput.class);
  }

  private static double value(String text) {
    return RateExpression.parse(text).value(FACTORS);
  }
}
