package org.heed.figures.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables described for CSV on the Web (W3C Recommendation, 17 December 2015). */
final class CsvwText {
  private CsvwText() {}

  static String of(Release release) {
    Map<String, Object> group = new LinkedHashMap<>();
    group.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
    group.put("dc:identifier", release.id());
    group.put("dc:title", release.title());
    group.put("dc:publisher", release.publisher());
    group.put("rdfs:comment", String.join(" ", release.basis()));
    List<Object> tables = new ArrayList<>();
    for (ReleaseTable table : release.tables()) {
      tables.add(table(table));
    }
    group.put("tables", tables);
    return Json.of(group);
  }

  private static Map<String, Object> table(ReleaseTable table) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("url", table.name() + ".csv");
    described.put("dc:title", table.title());
    described.put("dc:description", String.join(" ", table.notes()));
    List<Object> columns = new ArrayList<>();
    for (String dimension : table.dimensions()) {
      columns.add(column(dimension, "string", true));
    }
    Map<String, Object> count = column("count", "integer", false);
    count.put("null", "");
    count.put(
        "dc:description", "Number of " + table.unit() + "; empty only where status says why.");
    columns.add(count);
    Map<String, Object> status = column("status", "string", false);
    status.put("null", "");
    status.put("dc:description", "c confidential, p provisional, r revised; empty: as it is.");
    columns.add(status);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("columns", columns);
    schema.put("primaryKey", table.dimensions());
    described.put("tableSchema", schema);
    return described;
  }

  private static Map<String, Object> column(String name, String datatype, boolean required) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put("titles", name);
    column.put("datatype", datatype);
    column.put("required", required);
    return column;
  }
}
