package org.heed.linkage.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.heed.linkage.LinkFailure;
import org.heed.linkage.Records;
import org.jspecify.annotations.Nullable;

/** Reads one file of records, or two, into a table. A file that begins as Parquet does is that. */
public final class RecordFiles {
  private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private final Mapping mapping;
  private final Records.Builder builder;
  private final Map<String, Long> places = new HashMap<>();
  private String file = "";

  private RecordFiles(Mapping mapping) {
    this.mapping = mapping;
    this.builder = Records.builder(mapping.layout());
  }

  /** A file's content under its name. */
  public interface Source {
    String name();

    InputStream open() throws IOException;
  }

  /** Reads all records of a file and, where there is one, of the file to be linked with it. */
  public static Records read(Mapping mapping, Source first, @Nullable Source second)
      throws IOException {
    RecordFiles files = new RecordFiles(mapping);
    files.read(first);
    if (second != null) {
      files.builder.startSecond();
      files.places.clear();
      files.read(second);
    }
    return files.builder.freeze();
  }

  private void read(Source source) throws IOException {
    file = source.name();
    try (BufferedInputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      in.mark(PARQUET.length);
      boolean parquet = Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
      in.reset();
      if (parquet) {
        ParquetRecords.read(file, ByteBuffer.wrap(in.readAllBytes()), mapping, this::add);
      } else {
        CsvRecords.read(file, in, mapping, this::add);
      }
    }
  }

  private void add(long line, @Nullable String id, @Nullable String[] row) {
    String trimmed = id == null ? "" : id.strip();
    if (trimmed.isEmpty()) {
      throw new LinkFailure(
          file + ":" + line + ": no " + mapping.id() + "; give every record an id of its own");
    }
    Long before = places.putIfAbsent(trimmed, line);
    if (before != null) {
      throw new LinkFailure(
          file
              + ":"
              + line
              + ": the "
              + mapping.id()
              + " of line "
              + before
              + " again; give every record an id of its own");
    }
    builder.add(trimmed, row);
  }
}
