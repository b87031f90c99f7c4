package org.heed.server.importing;

import java.util.Locale;
import java.util.Optional;

/** What kind of file reports come in. */
public enum FileFormat {
  CSV,
  XLSX,
  NDJSON;

  /** The format of that name. */
  static Optional<FileFormat> find(String name) {
    for (FileFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
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
