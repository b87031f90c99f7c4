package org.heed.figures.published;

import java.io.IOException;
import java.io.Reader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * Successive releases of one monthly table, each kept as it was published. Headers and labels
 * change their letters from release to release, so that neither counts for their case.
 */
public final class Vintages {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** A cell of the table in any release. */
  private record Place(String offence, String area, YearMonth month) {}

  private final Map<YearMonth, Map<Place, Long>> byRelease = new TreeMap<>();

  /**
   * Adds a file of a release: a row for each offence and borough, a column {@code YYYYMM} for each
   * month. A release may have several files.
   *
   * @throws RefusedInput where it is no such file, or one by ward, which leaves out whatever has no
   *     ward and so cannot be compared
   */
  public Vintages add(YearMonth release, Reader reader) throws IOException {
    try (CSVParser parser = FORMAT.parse(reader)) {
      List<String> header = parser.getHeaderNames();
      RefusedInput.unless(
          column(header, "wardname") < 0,
          "file",
          "is by ward: offences without a ward are missing");
      int offence = column(header, "minortext");
      int area = column(header, "boroughname");
      List<Integer> months =
          IntStream.range(0, header.size())
              .filter(i -> header.get(i).matches("[0-9]{6}"))
              .boxed()
              .toList();
      RefusedInput.unless(
          offence >= 0 && area >= 0 && !months.isEmpty(),
          "file",
          "needs the columns MinorText and BoroughName and one for each month");
      Map<Place, Long> cells = byRelease.computeIfAbsent(release, _ -> new LinkedHashMap<>());
      for (CSVRecord row : parser) {
        for (int i : months) {
          String value = row.get(i);
          if (!value.isBlank()) {
            Place place =
                new Place(label(row.get(offence)), label(row.get(area)), month(header.get(i)));
            cells.merge(place, Long.parseLong(value.strip()), Long::sum);
          }
        }
      }
    }
    return this;
  }

  /** The releases, oldest first. */
  public List<YearMonth> releases() {
    return List.copyOf(byRelease.keySet());
  }

  /**
   * The last so many months of a release, by area as the files name them, in small letters.
   *
   * @throws RefusedInput where there is no such release
   */
  public Map<String, Long> byArea(YearMonth release, String offence, int months) {
    Map<Place, Long> cells = byRelease.getOrDefault(release, Map.of());
    RefusedInput.unless(!cells.isEmpty(), "release", "there is none of " + release);
    YearMonth last =
        cells.keySet().stream().map(Place::month).max(YearMonth::compareTo).orElseThrow();
    Map<String, Long> areas = new TreeMap<>();
    cells.forEach((place, count) -> {
      if (place.offence().equals(label(offence))
          && place.month().isAfter(last.minusMonths(months))) {
        areas.merge(place.area(), count, Long::sum);
      }
    });
    return areas;
  }

  /**
   * How an offence's months stood in each release.
   *
   * @param area one area; null for the sum of all
   */
  public RevisionTriangle triangle(String offence, @Nullable String area) {
    SortedSet<YearMonth> months = new TreeSet<>();
    List<Map<YearMonth, Long>> columns = new ArrayList<>();
    byRelease.forEach((_, cells) -> {
      Map<YearMonth, Long> column = new TreeMap<>();
      cells.forEach((place, count) -> {
        if (place.offence().equals(label(offence))
            && (area == null || place.area().equals(label(area)))) {
          column.merge(place.month(), count, Long::sum);
        }
      });
      months.addAll(column.keySet());
      columns.add(column);
    });
    List<RevisionTriangle.Row> rows =
        months.stream()
            .map(month ->
                new RevisionTriangle.Row(
                    month,
                    Arrays.asList(
                        columns.stream().map(column -> column.get(month)).toArray(Long[]::new))))
            .toList();
    return new RevisionTriangle(releases(), rows);
  }

  /** A header that ends so, whatever its case; less than zero where there is none. */
  private static int column(List<String> header, String name) {
    return IntStream.range(0, header.size())
        .filter(i -> header.get(i).toLowerCase(Locale.ROOT).endsWith(name))
        .findFirst()
        .orElse(-1);
  }

  private static YearMonth month(String digits) {
    return YearMonth.of(
        Integer.parseInt(digits.substring(0, 4)), Integer.parseInt(digits.substring(4)));
  }

  private static String label(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
