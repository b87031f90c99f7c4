package org.heed.figures.decompose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecompositionTest {
  private static final RateExpression PRODUCT = RateExpression.parse("sum(a*b*c)/sum(a)");

  @Test
  void twoFactors_shareTheirInteractionEqually() {
    Decomposition parts =
        Decomposition.of(
            RateExpression.parse("alpha*beta"),
            Map.of("alpha", new double[] {0.6}, "beta", new double[] {0.5}),
            Map.of("alpha", new double[] {0.3}, "beta", new double[] {0.45}));
    assertThat(parts.effects().get("alpha")).isCloseTo(-0.1425, within(1e-12));
    assertThat(parts.effects().get("beta")).isCloseTo(-0.0225, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void effects_addUpWhateverTheGrouping(long seed) {
    Random random = new Random(seed);
    Map<String, double[]> from = factors(random);
    Map<String, double[]> to = factors(random);
    Grouping.Group pair =
        new Grouping.Group(List.of(new Grouping.Leaf("a"), new Grouping.Leaf("b")));
    for (Grouping.Group grouping :
        List.of(Grouping.flat(from.keySet()), new Grouping.Group(List.of(pair)))) {
      Decomposition parts = Decomposition.of(PRODUCT, from, to, grouping);
      double sum = parts.effects().values().stream().mapToDouble(Double::doubleValue).sum();
      assertThat(sum).isCloseTo(parts.to() - parts.from(), within(1e-12));
    }
  }

  @Test
  void groupedFactors_takeTheirTurnTogether() {
    Random random = new Random(7);
    Map<String, double[]> from = factors(random);
    Map<String, double[]> to = factors(random);
    Grouping.Group pair =
        new Grouping.Group(List.of(new Grouping.Leaf("a"), new Grouping.Leaf("b")));
    Map<String, Double> effects =
        Decomposition.of(PRODUCT, from, to, new Grouping.Group(List.of(pair))).effects();
    Map<String, double[]> onlyC = new LinkedHashMap<>(from);
    onlyC.put("c", to.getOrDefault("c", new double[0]));
    Map<String, double[]> allButC = new LinkedHashMap<>(to);
    allButC.put("c", from.getOrDefault("c", new double[0]));
    double c =
        (PRODUCT.value(onlyC) - PRODUCT.value(from) + PRODUCT.value(to) - PRODUCT.value(allButC))
            / 2;
    assertThat(effects.get("c")).isCloseTo(c, within(1e-12));
  }

  @Test
  void manyPopulations_agreeWithEachOtherAndWithTheirRates() {
    Random random = new Random(11);
    Map<String, Map<String, double[]>> given = new LinkedHashMap<>();
    for (String year : List.of("2015", "2016", "2017", "2018")) {
      given.put(year, factors(random));
    }
    Populations answer =
        Populations.of(PRODUCT, given, Grouping.flat(given.values().iterator().next().keySet()));
    for (int i = 1; i < 4; i++) {
      double sum = 0;
      for (List<Double> rates : answer.standardised().values()) {
        sum += rates.get(i) - rates.get(0);
      }
      assertThat(sum).isCloseTo(answer.crude().get(i) - answer.crude().get(0), within(1e-12));
    }
  }

  @Test
  void groupsNamingNoFactor_areRefused() {
    Random random = new Random(1);
    Grouping.Group wrong = new Grouping.Group(List.of(new Grouping.Leaf("d")));
    assertThatThrownBy(() -> Decomposition.of(PRODUCT, factors(random), factors(random), wrong))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("d");
  }

  private static Map<String, double[]> factors(Random random) {
    Map<String, double[]> factors = new LinkedHashMap<>();
    for (String name : List.of("a", "b", "c")) {
      factors.put(name, random.doubles(4, 0.1, 2).toArray());
    }
    return factors;
  }
}
