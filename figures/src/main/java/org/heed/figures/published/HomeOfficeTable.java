package org.heed.figures.published;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.heed.figures.RefusedInput;

/**
 * Reads the Home Office's quarterly police recorded crime table in either of two layouts: one row a
 * count, with the area in {@code area} or {@code force} and the offence's name beside it; or one
 * row an offence and quarter with a column an area. Counts below zero are kept. Several rows for
 * one cell, as when a name is split, are added up.
 */
final class HomeOfficeTable {
  static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  private static final Map<String, String> AREA_COLUMNS =
      Map.of("england_wales", "England and Wales", "metropolitan", "Metropolitan Police");

  private record Key(String code, String area) {}

  private final Breaks breaks;
  private final OffenceCodes codes = new OffenceCodes();
  private final Map<Key, TreeMap<Quarter, Long>> counts = new LinkedHashMap<>();
  private final Map<Key, TreeMap<FinancialYear, String>> names = new LinkedHashMap<>();

  HomeOfficeTable(Breaks breaks) {
    this.breaks = breaks;
  }

  PublishedSeries read(Reader reader) throws IOException {
    try (CSVParser rows = FORMAT.parse(reader)) {
      List<String> header = rows.getHeaderNames();
      for (CSVRecord row : rows) {
        add(row, header);
      }
    }
    List<Series> series = counts.entrySet().stream().map(e -> series(e.getKey())).toList();
    return new PublishedSeries(series, codes.repairs());
  }

  private void add(CSVRecord row, List<String> header) {
    FinancialYear year = FinancialYear.parse(row.get("financial_year"));
    Quarter quarter = new Quarter(year, Math.toIntExact(whole(row, "quarter")));
    String code = codes.read(row.get("offence_code"));
    for (String column : header) {
      String area = AREA_COLUMNS.get(column);
      if (area != null) {
        add(new Key(code, area), quarter, whole(row, column));
      }
    }
    String areaColumn = header.contains("area") ? "area" : "force";
    if (header.contains(areaColumn)) {
      Key key = new Key(code, row.get(areaColumn));
      add(key, quarter, whole(row, "count"));
      String nameColumn = header.contains("offence_name") ? "offence_name" : "offence_description";
      names.computeIfAbsent(key, _ -> new TreeMap<>()).put(year, row.get(nameColumn));
    }
  }

  private void add(Key key, Quarter quarter, long count) {
    counts.computeIfAbsent(key, _ -> new TreeMap<>()).merge(quarter, count, Math::addExact);
  }

  private static long whole(CSVRecord row, String column) {
    try {
      return Long.parseLong(row.get(column));
    } catch (NumberFormatException e) {
      throw new RefusedInput(
          column, "line " + row.getRecordNumber() + " has no whole number: " + row.get(column));
    }
  }

  private Series series(Key key) {
    List<QuarterCount> quarters = new ArrayList<>();
    counts
        .getOrDefault(key, new TreeMap<>())
        .forEach((quarter, count) -> quarters.add(new QuarterCount(quarter, count)));
    Map<FinancialYear, String> named = names.getOrDefault(key, new TreeMap<>());
    return new Series(key.code(), key.area(), quarters, spans(named), breaks.of(key.code()));
  }

  private static List<NameSpan> spans(Map<FinancialYear, String> named) {
    List<NameSpan> spans = new ArrayList<>();
    for (Map.Entry<FinancialYear, String> entry : named.entrySet()) {
      NameSpan span = new NameSpan(entry.getValue(), entry.getKey(), entry.getKey());
      if (!spans.isEmpty() && spans.getLast().name().equals(entry.getValue())) {
        span = new NameSpan(span.name(), spans.removeLast().first(), span.last());
      }
      spans.add(span);
    }
    return spans;
  }
}
