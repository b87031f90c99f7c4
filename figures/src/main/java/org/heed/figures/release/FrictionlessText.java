package org.heed.figures.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** The tables described as a Frictionless Data Package (version 1). */
final class FrictionlessText {
  private FrictionlessText() {}

  static String of(Release release, SortedMap<String, byte[]> files) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("profile", "tabular-data-package");
    data.put("name", release.id());
    data.put("title", release.title());
    data.put("description", String.join(" ", release.basis()));
    List<Object> resources = new ArrayList<>();
    for (ReleaseTable table : release.tables()) {
      String path = table.name() + ".csv";
      resources.add(resource(table, path, Objects.requireNonNull(files.get(path))));
    }
    data.put("resources", resources);
    return Json.of(data);
  }

  private static Map<String, Object> resource(ReleaseTable table, String path, byte[] bytes) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", table.name());
    resource.put("path", path);
    resource.put("title", table.title());
    resource.put("description", String.join(" ", table.notes()));
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", bytes.length);
    resource.put("hash", "sha256:" + ReleaseFiles.sha256(bytes));
    List<Object> fields = new ArrayList<>();
    for (String dimension : table.dimensions()) {
      fields.add(field(dimension, "string", true));
    }
    Map<String, Object> count = field("count", "integer", false);
    count.put("description", "Number of " + table.unit() + "; empty only where status says why.");
    fields.add(count);
    fields.add(field("status", "string", false));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("fields", fields);
    schema.put("missingValues", List.of(""));
    schema.put("primaryKey", table.dimensions());
    resource.put("schema", schema);
    return resource;
  }

  private static Map<String, Object> field(String name, String type, boolean required) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", name);
    field.put("type", type);
    if (required) {
      field.put("constraints", Map.of("required", true));
    }
    return field;
  }
}
