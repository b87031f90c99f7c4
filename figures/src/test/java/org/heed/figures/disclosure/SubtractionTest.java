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

/** What a reader with a pencil can work out: totals less what is shown, again and again. */
class SubtractionTest {
  private static final List<String> ROWS = List.of("1", "2", "3", "4", "5", "6", "7");
  private static final List<String> COLUMNS = List.of("A", "B", "C", "D", "E");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void hiddenCell_isNeverLeftAlone(long seed) {
    Random random = new Random(seed);
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (String row : ROWS) {
      for (String column : COLUMNS) {
        long count = random.nextInt(4) == 0 ? random.nextInt(4) : 3 + random.nextInt(25);
        counts.put(Map.of("row", row, "column", column), count);
      }
    }
    Map<String, List<String>> both = new LinkedHashMap<>();
    both.put("row", ROWS);
    both.put("column", COLUMNS);
    Map<Map<String, String>, Long> sums = new HashMap<>();
    counts.forEach((at, count) -> sums.merge(Map.of("row", of(at, "row")), count, Long::sum));
    List<Table> tables = List.of(new Table(both, counts), new Table(Map.of("row", ROWS), sums));
    SuppressedTables answer = Suppression.of(tables, new Rule(4, false));
    assertThat(answer.leaks()).isEmpty();

    Map<Map<String, String>, Long> known = new HashMap<>();
    List<Map<String, String>> secret = new ArrayList<>();
    for (int table = 0; table < 2; table++) {
      for (Map<String, String> at : answer.places(table)) {
        if (answer.hidden(table, at)) {
          secret.add(at);
        } else {
          known.put(at, answer.published(table, at));
        }
      }
    }
    // totals are implied and published: of columns always, of rows where the other table shows them
    for (String column : COLUMNS) {
      known.put(
          Map.of("column", column), ROWS.stream().mapToLong(row -> of(counts, row, column)).sum());
    }
    subtract(known);
    assertThat(secret).isNotEmpty();
    assertThat(known.keySet()).doesNotContainAnyElementsOf(secret);
  }

  @Test
  void roundedCount_hidesEveryCountAsNear() {
    Rounding fives = new Rounding(5);
    for (long count = 0; count < 200; count++) {
      assertThat(fives.published(count) % 5).isZero();
      assertThat(Math.abs(fives.published(count) - count)).isLessThanOrEqualTo(2);
      assertThat(fives.range(fives.published(count)).contains((double) count)).isTrue();
    }
    assertThat(fives.range(0).upper()).isEqualTo(2);
    assertThat(new Rounding(10).published(25)).isEqualTo(20);
    assertThat(new Rounding(10).published(35)).isEqualTo(40);
  }

  /** Fills in whatever is the only unknown of a row or column, until nothing more follows. */
  private static void subtract(Map<Map<String, String>, Long> known) {
    boolean more = true;
    while (more) {
      more = false;
      for (String row : ROWS) {
        List<Map<String, String>> line = new ArrayList<>();
        COLUMNS.forEach(column -> line.add(Map.of("row", row, "column", column)));
        more |= fill(line, Map.of("row", row), known);
      }
      for (String column : COLUMNS) {
        List<Map<String, String>> line = new ArrayList<>();
        ROWS.forEach(row -> line.add(Map.of("row", row, "column", column)));
        more |= fill(line, Map.of("column", column), known);
      }
    }
  }

  private static boolean fill(
      List<Map<String, String>> parts,
      Map<String, String> total,
      Map<Map<String, String>, Long> known) {
    List<Map<String, String>> unknown =
        new ArrayList<>(parts.stream().filter(at -> !known.containsKey(at)).toList());
    boolean totalKnown = known.containsKey(total);
    if (unknown.size() + (totalKnown ? 0 : 1) != 1) {
      return false;
    }
    long sum = parts.stream().mapToLong(at -> known.getOrDefault(at, 0L)).sum();
    known.put(
        totalKnown ? unknown.getFirst() : total,
        totalKnown ? known.getOrDefault(total, 0L) - sum : sum);
    return true;
  }

  private static long of(Map<Map<String, String>, Long> counts, String row, String column) {
    return counts.getOrDefault(new TreeMap<>(Map.of("row", row, "column", column)), 0L);
  }

  private static String of(Map<String, String> at, String name) {
    return at.getOrDefault(name, "");
  }
}
