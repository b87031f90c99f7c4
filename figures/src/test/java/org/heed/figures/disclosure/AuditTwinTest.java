package org.heed.figures.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.heed.figures.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit's ranges against every table there could be, on tables small enough for that. */
class AuditTwinTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void oneTable(long seed) {
    Random random = new Random(seed);
    check(List.of(table(random, 3, 3, 7)), new Rule(2 + random.nextInt(3), seed % 5 == 0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void twoTablesAndTheirCommonMargin(long seed) {
    Random random = new Random(seed);
    Table ages = table(random, 3, 2, 4);
    // another table over the same areas, with the same number in each
    Map<Map<String, String>, Long> routes = new HashMap<>();
    Map<Map<String, String>, Long> areas = new HashMap<>();
    for (Map.Entry<Map<String, String>, Long> cell : ages.counts().entrySet()) {
      String area = cell.getKey().getOrDefault("area", "");
      areas.merge(Map.of("area", area), cell.getValue(), Long::sum);
      for (long i = cell.getValue(); i > 0; i--) {
        routes.merge(
            new TreeMap<>(Map.of("area", area, "route", "r" + random.nextInt(2))), 1L, Long::sum);
      }
    }
    List<String> labels = ages.dimensions().getOrDefault("area", List.of());
    check(
        List.of(
            ages,
            new Table(ordered("area", labels, "route", List.of("r0", "r1")), routes),
            new Table(Map.of("area", labels), areas)),
        new Rule(3, false));
  }

  private static void check(List<Table> tables, Rule rule) {
    SuppressedTables answer = Suppression.of(tables, rule);
    EveryTable plain = new EveryTable(tables, answer, rule, false);
    EveryTable knowing = new EveryTable(tables, answer, rule, true);
    for (SuppressedTables.Audited each : answer.audit()) {
      assertThat(each.range())
          .as("%s of %s", each.at(), tables)
          .isEqualTo(new Interval(plain.low(each.at()), plain.high(each.at()), 1));
      assertThat(each.knowing())
          .as("%s of %s, knowing", each.at(), tables)
          .isEqualTo(new Interval(knowing.low(each.at()), knowing.high(each.at()), 1));
    }
  }

  private static Table table(Random random, int rows, int columns, int most) {
    Map<Map<String, String>, Long> counts = new HashMap<>();
    List<String> areas = new ArrayList<>();
    List<String> ages = new ArrayList<>();
    for (int r = 0; r < rows; r++) {
      areas.add("a" + r);
      for (int c = 0; c < columns; c++) {
        long count = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(most);
        counts.put(new TreeMap<>(Map.of("area", "a" + r, "age", "g" + c)), count);
      }
    }
    for (int c = 0; c < columns; c++) {
      ages.add("g" + c);
    }
    return new Table(ordered("area", areas, "age", ages), counts);
  }

  private static Map<String, List<String>> ordered(
      String one, List<String> labels, String other, List<String> others) {
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put(one, labels);
    dimensions.put(other, others);
    return dimensions;
  }
}
