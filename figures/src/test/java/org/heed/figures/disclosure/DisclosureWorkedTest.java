package org.heed.figures.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.heed.figures.Interval;
import org.heed.figures.Worked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Disclosure control against published tables, which are outside data. */
class DisclosureWorkedTest {
  private static final String CASES = "worked/suppression-cases.json";

  @Test
  void guidesExample_isReproducedRowByRow() throws IOException {
    Map<String, List<Integer>> keys = new HashMap<>();
    for (CSVRecord record : Worked.rows("worked/cellkey-microdata.csv")) {
      keys.computeIfAbsent(cell(record), _ -> new ArrayList<>())
          .add(Integer.valueOf(record.get("record_key")));
    }
    List<CSVRecord> expected = Worked.rows("worked/cellkey-expected.csv");
    // the public table depends on the count alone: its rows are those that the example shows
    Map<Integer, CellKey.Row> rows = new TreeMap<>();
    for (CSVRecord row : expected) {
      int count = Integer.parseInt(row.get("pre_sdc_count"));
      if (count > 0) {
        rows.put(count, new CellKey.Row(count, 0, 255, Integer.parseInt(row.get("pvalue"))));
      }
    }
    CellKey table = new CellKey(List.copyOf(rows.values()));
    int publishable = 0;
    int sum = 0;
    for (CSVRecord row : expected) {
      List<Integer> there = keys.getOrDefault(cell(row), List.of());
      assertThat(there).hasSize(Integer.parseInt(row.get("pre_sdc_count")));
      assertThat(table.key(there)).isEqualTo(Integer.parseInt(row.get("ckey")));
      if (!row.get("count").isEmpty()) {
        int published = table.published(there);
        assertThat(published).isEqualTo(Integer.parseInt(row.get("count")));
        publishable++;
        sum += published;
      }
    }
    assertThat(publishable).isEqualTo(32);
    assertThat(sum).isEqualTo(410);
  }

  @Test
  void smallCounts_areHiddenAsPublishedAndAudited() {
    JsonNode given = named("gauss-small-counts");
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (JsonNode cell : given.get("cells")) {
      counts.put(at(cell), cell.get(2).asLong());
    }
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put("age", List.of("young", "old"));
    dimensions.put("country", List.of("Spain", "Iceland", "Portugal"));
    SuppressedTables answer =
        Suppression.of(List.of(new Table(dimensions, counts)), new Rule(2, true));
    List<Map<String, String>> expected = new ArrayList<>();
    given.get("expected_suppressed").forEach(cell -> expected.add(at(cell)));
    assertThat(answer.audit())
        .extracting(SuppressedTables.Audited::at)
        .containsExactlyInAnyOrderElementsOf(expected);
    JsonNode ranges = given.get("audit_if_suppressed").get("nonnegative_only");
    for (SuppressedTables.Audited each : answer.audit()) {
      JsonNode range = ranges.get(each.at().get("age") + "-" + each.at().get("country"));
      assertThat(each.range())
          .isEqualTo(new Interval(range.get(0).asDouble(), range.get(1).asDouble(), 1));
    }
  }

  @Test
  void threeSingletons_areNotGivenAwayByTheTotals_andWhatTheRuleTellsIsNamed() {
    JsonNode given = named("sdctools-135-three-singletons");
    List<String> columns = new ArrayList<>();
    given.get("var2").forEach(label -> columns.add(label.asString()));
    Map<Map<String, String>, Long> counts = new HashMap<>();
    for (String row : List.of("1", "2")) {
      for (int i = 0; i < columns.size(); i++) {
        counts.put(
            Map.of("row", row, "column", columns.get(i)),
            given.get("values").get(row).get(i).asLong());
      }
    }
    Map<String, List<String>> dimensions = new LinkedHashMap<>();
    dimensions.put("row", List.of("1", "2"));
    dimensions.put("column", columns);
    SuppressedTables answer =
        Suppression.of(List.of(new Table(dimensions, counts)), new Rule(3, false));
    // column A sums to 2 over two small counts: who knows the rule works them out come what may
    assertThat(answer.leaks()).isNotEmpty();
    for (SuppressedTables.Audited each : answer.audit()) {
      assertThat(each.range().width()).as(each.toString()).isPositive();
    }
  }

  private static String cell(CSVRecord row) {
    return String.join("/", Arrays.asList(row.get("var1"), row.get("var5"), row.get("var8")));
  }

  private static Map<String, String> at(JsonNode cell) {
    return Map.of("age", cell.get(0).asString(), "country", cell.get(1).asString());
  }

  private static JsonNode named(String id) {
    return Worked.json(CASES)
        .valueStream()
        .filter(each -> each.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
