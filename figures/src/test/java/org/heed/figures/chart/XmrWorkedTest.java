package org.heed.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The rules against the vectors of the NHS package's own tests, which are outside data. Those mark
 * where a rule is met; here every point that takes part is marked, so each of theirs must be among
 * ours, and there must be none where they have none.
 */
class XmrWorkedTest {
  @Test
  void flowRates_haveTheHandbooksMeanAndRange() {
    JsonNode nist = Worked.json("worked/xmr-spc.json").get("nist");
    Xmr.Segment segment = Xmr.of(numbers(nist.get("values"))).segments().getFirst();
    JsonNode published = nist.get("published");
    assertThat(segment.mean()).isCloseTo(published.get("mean").asDouble(), within(5e-3));
    assertThat(segment.meanRange()).isCloseTo(published.get("mr_bar").asDouble(), within(5e-5));
    // 2.66 rounds 3/1.128, which moves a limit by less than a thousandth of the mean range
    assertThat(segment.upper()).isCloseTo(published.get("ucl").asDouble(), within(1e-3));
    assertThat(segment.lower()).isCloseTo(published.get("lcl").asDouble(), within(1e-3));
  }

  @Test
  void ruleVectors_areMetWhereTheyShouldBeAndNowhereElse() {
    for (JsonNode each : Worked.json("worked/xmr-spc.json").get("nhs_rules").get("cases")) {
      double[] input = numbers(each.get("input"));
      boolean[] marked =
          switch (each.get("rule").asString()) {
            case "seven_points_one_side" -> XmrRules.oneSide(signs(input));
            case "seven_point_trend" -> XmrRules.trend(steps(input));
            // the early rule asked nothing of the side, which the present one does
            default -> null;
          };
      if (marked == null) {
        continue;
      }
      boolean any = false;
      for (int i = 0; i < input.length; i++) {
        boolean expected = each.get("expected").get(i).asInt() != 0;
        any |= expected;
        assertThat(!expected || marked[i]).as(each.toString()).isTrue();
      }
      boolean found = false;
      for (boolean mark : marked) {
        found |= mark;
      }
      assertThat(found).as(each.toString()).isEqualTo(any);
    }
  }

  private static double[] numbers(JsonNode list) {
    return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
  }

  private static int[] signs(double[] values) {
    int[] signs = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      signs[i] = (int) Math.signum(values[i]);
    }
    return signs;
  }

  private static int[] steps(double[] values) {
    int[] steps = new int[values.length];
    for (int i = 1; i < values.length; i++) {
      steps[i] = (int) Math.signum(values[i] - values[i - 1]);
    }
    return steps;
  }
}
