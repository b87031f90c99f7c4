package org.heed.server.importing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What kind of file reports come in. */
public enum FileFormat {
  CSV,
  XLSX,
  NDJSON,
  /** A network in POLE’s terms. */
  POLE_JSON,
  POLE_CSV,
  /** A network in CASE/UCO as JSON-LD. */
  CASE,
  /** Rows of an i2 chart. */
  I2;

  /** As a mapping names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All of them, for a message. */
  static String names() {
    return Arrays.stream(values()).map(FileFormat::word).collect(Collectors.joining(", "));
  }

  /** The format of that name. */
  static Optional<FileFormat> find(String name) {
    for (FileFormat format : values()) {
      if (format.word().equalsIgnoreCase(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** By a file's ending: csv, tsv and txt, xlsx, ndjson, jsonl and json. */
  static Optional<FileFormat> ofEnding(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "csv", "tsv", "txt" -> Optional.of(CSV);
      case "xlsx" -> Optional.of(XLSX);
      case "ndjson", "jsonl", "json" -> Optional.of(NDJSON);
      default -> Optional.empty();
    };
  }
}
