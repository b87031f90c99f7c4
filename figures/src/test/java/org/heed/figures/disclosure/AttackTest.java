package org.heed.figures.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks that users of other programs reported: ways in which hidden counts were worked out from
 * what was shown.
 */
class AttackTest {
  private static final Rule RULE = new Rule(4, false);

  @Test
  void threeSingletonsInALine_areNotTheirSum() {
    // with only the three ones hidden, their sum and "at least one each" gives all away
    SuppressedTables answer =
        Suppression.of(
            List.of(table(new long[][] {{1, 1, 7, 1, 9}, {6, 8, 5, 9, 8}, {7, 5, 6, 8, 9}})), RULE);
    assertNoneNarrow(answer);
  }

  @Test
  void twoSingletonsInALine_areNotTheirSum() {
    SuppressedTables answer =
        Suppression.of(List.of(table(new long[][] {{1, 1, 7}, {6, 8, 5}, {9, 9, 9}})), RULE);
    assertNoneNarrow(answer);
  }

  @Test
  void noughtBesideNoughts_isNotWorkedOutWhereNoughtsAreHidden() {
    SuppressedTables answer =
        Suppression.of(
            List.of(table(new long[][] {{0, 0, 6}, {0, 9, 8}, {7, 8, 9}})), new Rule(3, true));
    for (SuppressedTables.Audited each : answer.audit()) {
      assertThat(each.range().width()).as(each.toString()).isPositive();
      assertThat(each.knowing().width()).as(each.toString()).isPositive();
    }
  }

  @Test
  void noughtInALineOfNoughts_isNamedAsALeak() {
    // its row adds up to nought: no pattern hides that
    SuppressedTables answer =
        Suppression.of(List.of(table(new long[][] {{0, 0}, {5, 8}})), new Rule(3, true));
    assertThat(answer.leaks()).hasSize(2);
  }

  @Test
  void ruleItself_tellsNothingMore() {
    // hiding the fives alone would leave a 3 to "at most 3" and its line's total
    SuppressedTables answer =
        Suppression.of(
            List.of(table(new long[][] {{3, 3, 8, 9}, {2, 7, 3, 9}, {8, 8, 8, 9}, {9, 9, 9, 9}})),
            RULE);
    assertNoneNarrow(answer);
  }

  /** Tables by one common dimension, one by another of them, and the common margin as a table. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void linkedTables_areOneSystem(long seed) {
    Random random = new Random(seed);
    List<Map<String, String>> records = new ArrayList<>();
    for (int i = 0; i < 260; i++) {
      Map<String, String> record = new HashMap<>();
      record.put("area", "a" + (int) (6 * Math.pow(random.nextDouble(), 1.7)));
      record.put("type", "t" + (int) (5 * Math.pow(random.nextDouble(), 1.7)));
      record.put("age", "g" + random.nextInt(4));
      records.add(record);
    }
    List<Table> tables =
        List.of(
            counted(records, Map.of("area", 6, "type", 5)),
            counted(records, Map.of("area", 6, "age", 4)),
            counted(records, Map.of("type", 5, "age", 4)),
            counted(records, Map.of("area", 6)));
    SuppressedTables answer = Suppression.of(tables, RULE);
    assertNoneNarrow(answer);
  }

  @Test
  void releaseWithOneMonthMore_keepsHiddenWhatTheFirstHid() {
    Table first = table(new long[][] {{2, 7, 8}, {9, 8, 6}});
    SuppressedTables answer =
        Suppression.of(List.of(first, table(new long[][] {{2, 7, 8, 9}, {9, 8, 6, 7}})), RULE);
    Map<String, String> small = new TreeMap<>(Map.of("row", "r0", "column", "c0"));
    assertThat(answer.hidden(0, small)).isTrue();
    assertThat(answer.hidden(1, small)).isTrue();
    assertNoneNarrow(answer);
  }

  @Test
  void totalsOfTwoReleases_thatDifferByOneSmallCount_giveItAwayAndAreNamed() {
    Table first = table(new long[][] {{2, 7, 8}, {9, 8, 6}});
    SuppressedTables answer =
        Suppression.of(List.of(first, table(new long[][] {{2, 7, 8, 9}, {9, 8, 6, 3}})), RULE);
    assertThat(answer.leaks())
        .extracting(SuppressedTables.Audited::at)
        .containsExactly(new TreeMap<>(Map.of("row", "r1", "column", "c3")));
  }

  /** Someone who knows the rule must take everything that it hides for possible. */
  private static void assertNoneNarrow(SuppressedTables answer) {
    assertThat(answer.audit()).isNotEmpty();
    for (SuppressedTables.Audited each : answer.audit()) {
      assertThat(each.range().width()).as(each.toString()).isPositive();
      if (each.small()) {
        assertThat(each.knowing().lower()).as(each.toString()).isEqualTo((double) RULE.least());
        assertThat(each.knowing().upper()).as(each.toString()).isEqualTo((double) RULE.most());
      }
    }
  }

  private static Table counted(List<Map<String, String>> records, Map<String, Integer> sizes) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    for (String name : List.of("area", "type", "age")) {
      List<String> labels = new ArrayList<>();
      for (int i = 0; i < sizes.getOrDefault(name, 0); i++) {
        labels.add((name.equals("age") ? "g" : name.substring(0, 1)) + i);
      }
      if (!labels.isEmpty()) {
        dimensions.put(name, labels);
      }
    }
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (Map<String, String> record : records) {
      Map<String, String> at = new TreeMap<>(record);
      at.keySet().retainAll(sizes.keySet());
      counts.merge(at, 1L, Long::sum);
    }
    return new Table(dimensions, counts);
  }

  private static Table table(long[][] counts) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put("row", new ArrayList<>());
    dimensions.put("column", new ArrayList<>());
    Map<Map<String, String>, Long> cells = new HashMap<>();
    for (int r = 0; r < counts.length; r++) {
      dimensions.getOrDefault("row", List.of()).add("r" + r);
      for (int c = 0; c < counts[r].length; c++) {
        if (r == 0) {
          dimensions.getOrDefault("column", List.of()).add("c" + c);
        }
        cells.put(new TreeMap<>(Map.of("row", "r" + r, "column", "c" + c)), counts[r][c]);
      }
    }
    return new Table(dimensions, cells);
  }
}
