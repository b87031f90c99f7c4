package org.heed.figures.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.heed.figures.Interval;
import org.heed.figures.RefusedInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionTest {
  @Test
  void oneNought_takesItsRowAndColumnNeighboursWithIt() {
    // GaussSuppression's vignette on small counts: the same pattern
    Table table =
        table(
            new String[] {"young", "old"},
            new String[] {"Spain", "Iceland", "Portugal"},
            new long[][] {{5, 2, 0}, {6, 3, 4}});
    SuppressedTables answer = Suppression.of(List.of(table), new Rule(2, true));
    assertThat(hidden(answer))
        .containsExactlyInAnyOrder(
            at("young", "Iceland"),
            at("young", "Portugal"),
            at("old", "Iceland"),
            at("old", "Portugal"));
    SuppressedTables.Audited nought =
        answer.audit().stream().filter(SuppressedTables.Audited::small).findFirst().orElseThrow();
    assertThat(nought.range()).isEqualTo(new Interval(0, 2, 1));
    assertThat(nought.knowing()).isEqualTo(new Interval(0, 1, 1));
    assertThat(answer.leaks()).isEmpty();
  }

  @Test
  void threeSingletonsInARow_areNotGivenAwayByTheirSum() {
    Table table =
        table(
            new String[] {"1", "2"},
            new String[] {"A", "B", "H", "M", "W"},
            new long[][] {{1, 1, 7, 1, 0}, {1, 0, 0, 2, 8}});
    SuppressedTables answer = Suppression.of(List.of(table), new Rule(3, false));
    for (SuppressedTables.Audited each : answer.audit()) {
      assertThat(each.range().width()).as(each.at().toString()).isPositive();
    }
  }

  @Test
  void totalsThatGiveACountAway_areNamedAsLeaks() {
    Table table = table(new String[] {"1"}, new String[] {"A", "B"}, new long[][] {{1, 9}});
    SuppressedTables answer = Suppression.of(List.of(table), new Rule(3, false));
    assertThat(answer.leaks())
        .extracting(SuppressedTables.Audited::at)
        .containsExactly(at("1", "A"));
  }

  @Test
  void cellHiddenInOneTable_isHiddenAsTheOthersTotal() {
    Table wide =
        table(
            new String[] {"1", "2", "3"},
            new String[] {"A", "B"},
            new long[][] {{1, 1}, {9, 8}, {7, 12}});
    Map<String, List<String>> areas = Map.of("row", List.of("1", "2", "3"));
    Map<Map<String, String>, Long> counts = new HashMap<>();
    counts.put(Map.of("row", "1"), 2L);
    counts.put(Map.of("row", "2"), 17L);
    counts.put(Map.of("row", "3"), 19L);
    SuppressedTables answer =
        Suppression.of(List.of(wide, new Table(areas, counts)), new Rule(4, false));
    assertThat(answer.hidden(1, Map.of("row", "1"))).isTrue();
    assertThat(answer.leaks()).isEmpty();
  }

  @Test
  void tablesThatDisagree_areRefused() {
    Table wide = table(new String[] {"1"}, new String[] {"A", "B"}, new long[][] {{1, 1}});
    Table total = new Table(Map.of("row", List.of("1")), Map.of(Map.of("row", "1"), 3L));
    assertThatThrownBy(() -> Suppression.of(List.of(wide, total), new Rule(2, false)))
        .isInstanceOf(RefusedInput.class)
        .hasMessageContaining("disagree");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everySmallCount_couldBeAnythingTheRuleHides(long seed) {
    Random random = new Random(seed);
    String[] rows = {"1", "2", "3", "4", "5", "6"};
    String[] columns = {"A", "B", "C", "D", "E"};
    long[][] counts = new long[6][5];
    for (long[] row : counts) {
      for (int i = 0; i < row.length; i++) {
        row[i] = i < 3 && random.nextInt(3) == 0 ? random.nextInt(3) : 3 + random.nextInt(20);
      }
    }
    Rule rule = new Rule(3, false);
    SuppressedTables answer = Suppression.of(List.of(table(rows, columns, counts)), rule);
    for (SuppressedTables.Audited each : answer.audit()) {
      if (each.small()) {
        assertThat(each.knowing().contains((double) rule.least())).isTrue();
        assertThat(each.knowing().contains((double) rule.most())).isTrue();
      }
    }
    assertThat(hidden(Suppression.of(List.of(table(rows, columns, counts)), rule)))
        .isEqualTo(hidden(answer));
  }

  private static List<Map<String, String>> hidden(SuppressedTables answer) {
    List<Map<String, String>> hidden = new ArrayList<>();
    for (Map<String, String> place : answer.places(0)) {
      if (answer.hidden(0, place)) {
        hidden.add(place);
      }
    }
    return hidden;
  }

  private static Map<String, String> at(String row, String column) {
    return Map.of("row", row, "column", column);
  }

  private static Table table(String[] rows, String[] columns, long[][] counts) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put("row", List.of(rows));
    dimensions.put("column", List.of(columns));
    Map<Map<String, String>, Long> cells = new HashMap<>();
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < columns.length; c++) {
        cells.put(at(rows[r], columns[c]), counts[r][c]);
      }
    }
    return new Table(dimensions, cells);
  }
}
