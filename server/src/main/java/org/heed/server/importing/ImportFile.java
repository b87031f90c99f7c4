package org.heed.server.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.heed.ledger.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A file of reports.
 *
 * @param name as given; {@code -} for standard input
 * @param path null for standard input
 */
public record ImportFile(String name, @Nullable Path path, @Nullable InputStream standardInput) {

  /** A file on disk. */
  public static ImportFile of(Path path) {
    return new ImportFile(path.toString(), path, null);
  }

  /** Standard input; stays open. */
  public static ImportFile standardInput(InputStream in) {
    return new ImportFile("-", null, in);
  }

  /** Size in bytes, 0 where it is not known. */
  long size() throws IOException {
    return path == null || !Files.isRegularFile(path) ? 0 : Files.size(path);
  }

  /** What to know it by another time; empty for standard input and pipes. */
  Optional<Digest> hash() throws IOException {
    return path == null || !Files.isRegularFile(path)
        ? Optional.empty()
        : Optional.of(FileHash.of(path));
  }

  /** Its rows; {@code taken} follows how many bytes have been read, where that can be known. */
  RowSource rows(Mapping mapping, AtomicLong taken) throws IOException {
    FileFormat format = mapping.format();
    if (format == null) {
      format =
          FileFormat.ofEnding(name)
              .orElseThrow(() ->
                  new ImportFailure(
                      (path == null ? "Standard input" : name)
                          + " does not say what it is: add “format: csv”, xlsx or ndjson to "
                          + mapping.name()
                          + "."));
    }
    return switch (format) {
      case CSV -> new CsvRows(name, Encoding.reader(open(taken), mapping.encoding()), mapping);
      case NDJSON -> new NdjsonRows(Encoding.reader(open(taken), mapping.encoding()));
      case XLSX -> workbook(mapping);
      case POLE_JSON, POLE_CSV, CASE, I2 ->
          new ExchangeRows(name, format, Encoding.reader(open(taken), mapping.encoding()));
    };
  }

  private RowSource workbook(Mapping mapping) throws IOException {
    if (path == null || !Files.isRegularFile(path)) {
      throw new ImportFailure("A workbook is imported from a file: save it and name it.");
    }
    try {
      return Files.size(path) == 0
          ? new NdjsonRows(java.io.Reader.nullReader())
          : new XlsxRows(name, path, mapping);
    } catch (UncheckedIOException e) {
      throw e.getCause() == null ? new IOException(e) : e.getCause();
    }
  }

  private InputStream open(AtomicLong taken) throws IOException {
    InputStream in =
        path == null
            ? standardInput == null ? InputStream.nullInputStream() : standardInput
            : Files.newInputStream(path);
    return new CountedInput(in, taken, path != null);
  }
}
