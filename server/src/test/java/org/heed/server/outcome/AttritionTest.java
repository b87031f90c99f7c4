package org.heed.server.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told of the ends of reports, beside their whole and the way, tells of no few. */
class AttritionTest {
  private static final int SMALL = 5;
  private static final List<String> ENDS =
      List.of("charged", "out-of-court", "no-action", "elsewhere", "");

  private static Map<String, Long> counts(long... counts) {
    Map<String, Long> ends = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      ends.put(ENDS.get(i), counts[i]);
    }
    return ends;
  }

  private static List<String> kept(Map<String, Long> ends, long charged, OptionalLong told) {
    return Attrition.ended(ends, charged, told, SMALL).stream()
        .filter(one -> one.reports().isEmpty())
        .map(Attrition.Ended::ends)
        .toList();
  }

  @Test
  void twoThatComeToFew_takeAThirdWithThem() {
    assertThat(kept(counts(30, 1, 1, 9, 40), 30, OptionalLong.of(30)))
        .containsExactly("out-of-court", "no-action", "elsewhere");
  }

  @Test
  void charged_isKeptBackWhereTheWayKeepsItBack_orSaysAFewLess() {
    assertThat(kept(counts(30, 0, 9, 0, 40), 30, OptionalLong.of(30))).isEmpty();
    assertThat(kept(counts(30, 0, 9, 0, 40), 30, OptionalLong.empty()))
        .containsExactly("charged", "no-action");
    assertThat(kept(counts(30, 0, 9, 0, 40), 28, OptionalLong.of(28)))
        .containsExactly("charged", "no-action");
  }

  @Test
  void measures_fewAreKeptBack_andSoIsAPartThatLeavesFew() {
    assertThat(measured(4, 4, 0)).containsExactly("-", "-", "-");
    assertThat(measured(12, 9, 3)).containsExactly("12", "-", "-");
    assertThat(measured(12, 12, 0)).containsExactly("12", "12", "0");
    assertThat(measured(12, 6, 5)).containsExactly("12", "6", "5");
  }

  private static List<String> measured(long issued, long reviewed, long breached) {
    Attrition.Measured one =
        Attrition.Measured.of(
            new OutcomeStore.MeasureCount("Closure notice", issued, breached, reviewed), SMALL);
    return List.of(told(one.issued()), told(one.reviewed()), told(one.breached()));
  }

  private static String told(OptionalLong count) {
    return count.isPresent() ? Long.toString(count.getAsLong()) : "-";
  }

  @Test
  void whateverTheCounts_whatIsKeptBackIsNoSmallNumber_orNothingIsLeftToKeepBack() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      Map<String, Long> ends = new LinkedHashMap<>();
      ENDS.forEach(one -> ends.put(one, (long) random.nextInt(random.nextInt(1, 40))));
      long charged = ends.getOrDefault("charged", 0L);
      List<String> kept = kept(ends, charged, OptionalLong.of(charged));
      long hidden = kept.stream().mapToLong(one -> ends.getOrDefault(one, 0L)).sum();
      ends.forEach((how, count) -> {
        if (count > 0 && count < SMALL) {
          assertThat(kept).contains(how);
        }
      });
      if (!kept.isEmpty() && (hidden < SMALL || kept.size() < 2)) {
        assertThat(ends.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(hidden);
      }
    }
  }
}
