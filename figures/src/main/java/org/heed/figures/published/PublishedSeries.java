package org.heed.figures.published;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeMap;

/** A published table held as series: one for each offence code and area. */
public final class PublishedSeries {
  /** The attribution that must stand wherever the shipped extract is shown. */
  public static final String ATTRIBUTION =
      "Source: Home Office, police recorded crime open data tables, release of 19 October 2023."
          + " Contains public sector information licensed under the Open Government Licence v3.0.";

  private final Map<String, Map<String, Series>> byCode;
  private final List<Repair> repairs;

  PublishedSeries(List<Series> series, List<Repair> repairs) {
    byCode = new TreeMap<>();
    for (Series each : series) {
      byCode.computeIfAbsent(each.code(), _ -> new TreeMap<>()).put(each.area(), each);
    }
    this.repairs = List.copyOf(repairs);
  }

  /**
   * The shipped extract: offence codes 71 and 88A, Metropolitan Police and England and Wales. Show
   * {@link #ATTRIBUTION} with it.
   */
  public static PublishedSeries bundled() {
    try (Reader reader = resource("home-office-child-sexual-exploitation.csv")) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A Home Office table of quarterly counts, by area in rows or in columns. */
  public static PublishedSeries read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  /** A Home Office table of quarterly counts, by area in rows or in columns. */
  public static PublishedSeries read(Reader reader) throws IOException {
    return new HomeOfficeTable(Breaks.bundled()).read(reader);
  }

  /**
   * One offence code in one area.
   *
   * @throws NoSuchElementException where the table lacks it
   */
  public Series of(String code, String area) {
    Series series = byCode.getOrDefault(code, Map.of()).get(area);
    if (series == null) {
      throw new NoSuchElementException("no series for offence code " + code + " in " + area);
    }
    return series;
  }

  /** The offence codes, in order. */
  public List<String> codes() {
    return List.copyOf(byCode.keySet());
  }

  /** The areas for which an offence code is published, in order. */
  public List<String> areas(String code) {
    return List.copyOf(byCode.getOrDefault(code, Map.of()).keySet());
  }

  /** What was changed on reading. */
  public List<Repair> repairs() {
    return repairs;
  }

  static Reader resource(String name) {
    InputStream stream =
        Objects.requireNonNull(PublishedSeries.class.getResourceAsStream(name), name);
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
