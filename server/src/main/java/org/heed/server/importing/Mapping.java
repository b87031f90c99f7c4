package org.heed.server.importing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What a file's columns mean (docs/guide/import.md).
 *
 * @param name of the mapping's file, for messages
 * @param format of the files; null: by their ending
 * @param delimiter between CSV's cells
 * @param encoding of text; null: found out
 * @param sheet of a workbook; null: the first
 * @param report where each field of a report comes from
 * @param people one for each person that a row can speak of
 * @param things one for each place, vehicle, phone or account that a row can speak of
 * @param hash of all of it
 */
public record Mapping(
    String name,
    @Nullable FileFormat format,
    char delimiter,
    @Nullable Charset encoding,
    @Nullable String sheet,
    Map<Field, FieldSource> report,
    List<PartMapping> people,
    List<PartMapping> things,
    Digest hash) {
  public Mapping {
    report = new EnumMap<>(report);
    people = List.copyOf(people);
    things = List.copyOf(things);
  }

  /**
   * Loads one.
   *
   * @throws ImportFailure naming file, line and cure of every mistake, a line each
   */
  public static Mapping load(Path file) throws IOException {
    return MappingReader.read(file.toString(), Files.readAllBytes(file));
  }

  /** Whether a file of that name is a workbook. */
  boolean isWorkbook(String file) {
    return format == FileFormat.XLSX
        || (format == null && FileFormat.ofEnding(file).equals(Optional.of(FileFormat.XLSX)));
  }

  /** The columns of the row itself that it needs, in the mapping's order. */
  Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>();
    report.values().forEach(source -> columns.addAll(source.columns()));
    for (PartMapping part : parts()) {
      if (part.each() == null) {
        part.fields().values().forEach(source -> columns.addAll(source.columns()));
      }
    }
    return columns;
  }

  /** The line of the mapping that first asks for a column. */
  int lineOf(String column) {
    int line = Integer.MAX_VALUE;
    for (FieldSource source : report.values()) {
      line = source.columns().contains(column) ? Math.min(line, source.line()) : line;
    }
    for (PartMapping part : parts()) {
      for (FieldSource source : part.fields().values()) {
        line = source.columns().contains(column) ? Math.min(line, source.line()) : line;
      }
    }
    return line;
  }

  private List<PartMapping> parts() {
    return Stream.concat(people.stream(), things.stream()).toList();
  }
}
