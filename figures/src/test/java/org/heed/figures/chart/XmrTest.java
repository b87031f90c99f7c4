package org.heed.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;

class XmrTest {
  @Test
  void flowRates_haveTheHandbooksLimits() {
    // NIST/SEMATECH e-Handbook of Statistical Methods 6.3.2.2, with 2.66 for 3/1.128
    double[] flow = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    Xmr.Segment segment = Xmr.of(flow).segments().getFirst();
    assertThat(segment.mean()).isCloseTo(50.81, within(1e-9));
    assertThat(segment.meanRange()).isCloseTo(1.8778, within(5e-5));
    assertThat(segment.lower()).isCloseTo(45.8151, within(5e-5));
    assertThat(segment.upper()).isCloseTo(55.8049, within(5e-5));
  }

  @Test
  void sevenOnOneSide_areAllMarked_andAPointOnTheMeanBreaksTheRun() {
    assertThat(marked(XmrRules.oneSide(new int[] {1, 1, 1, 1, 1, 1, 1, 1, -1})))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(marked(XmrRules.oneSide(new int[] {1, 1, 1, 0, 1, 1, 1, 1}))).isEmpty();
  }

  @Test
  void sevenRising_areAllMarked_andATieBreaksTheTrend() {
    assertThat(trend(2, 1, 2, 3, 4, 5, 6, 7, 3)).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(trend(7, 6, 5, 4, 3, 2, 1)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(trend(1, 2, 3, 3, 4, 5, 6)).isEmpty();
  }

  @Test
  void twoOfThreeNearALimit_countOnlyWhenAllThreeAreOnOneSide() {
    boolean[] near = {false, true, false, true, false};
    assertThat(marked(XmrRules.twoInThree(new int[] {1, 1, 1, 1, 1}, near))).containsExactly(1, 3);
    assertThat(marked(XmrRules.twoInThree(new int[] {1, 1, -1, 1, 1}, near))).isEmpty();
  }

  @Test
  void oneWildRange_isLeftOutOfTheLimits() {
    double[] values = {5, 6, 5, 6, 5, 6, 5, 6, 5, 60, 60, 60, 59, 60};
    assertThat(Xmr.of(values).segments().getFirst().meanRange()).isLessThan(1);
  }

  @Test
  void limits_startAfreshWhereTold() {
    double[] values = {10, 11, 10, 11, 30, 31, 30, 31};
    List<Xmr.Segment> segments = Xmr.of(values, 4).segments();
    assertThat(segments).extracting(Xmr.Segment::mean).containsExactly(10.5, 30.5);
    assertThat(Xmr.of(values, 4).signals()).isEmpty();
    assertThatThrownBy(() -> Xmr.of(values, 7)).isInstanceOf(RefusedInput.class);
  }

  private static List<Integer> trend(double... values) {
    return Xmr.of(values).signals().stream()
        .filter(signal -> signal.rule() == Xmr.Rule.SEVEN_POINT_TREND)
        .map(Xmr.Signal::at)
        .toList();
  }

  private static List<Integer> marked(boolean[] part) {
    return IntStream.range(0, part.length).filter(i -> part[i]).boxed().toList();
  }
}
