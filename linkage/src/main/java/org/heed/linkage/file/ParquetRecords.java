package org.heed.linkage.file;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.schema.ColumnProjection;
import dev.hardwood.schema.ColumnSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heed.linkage.LinkFailure;
import org.jspecify.annotations.Nullable;

/** Records in Parquet: the mapped columns alone, every value as text. */
final class ParquetRecords {
  /** Held, so that what it is set to is not forgotten: how the library decodes is no news. */
  private static final Logger LIBRARY = Logger.getLogger("dev.hardwood");

  static {
    LIBRARY.setLevel(Level.WARNING);
  }

  private ParquetRecords() {}

  static void read(String file, ByteBuffer content, Mapping mapping, RowSink sink)
      throws IOException {
    try (ParquetFileReader parquet = ParquetFileReader.open(InputFile.of(content))) {
      List<String> header =
          parquet.getFileSchema().getColumns().stream().map(ColumnSchema::name).toList();
      Columns columns = Columns.of(file, header, mapping);
      String[] names = IntStream.of(columns.places()).mapToObj(header::get).toArray(String[]::new);
      String[] wanted =
          Stream.concat(Stream.of(mapping.id()), Stream.of(names))
              .distinct()
              .toArray(String[]::new);
      try (RowReader rows =
          parquet.buildRowReader().projection(ColumnProjection.columns(wanted)).build()) {
        @Nullable String[] values = new @Nullable String[names.length];
        for (long row = 1; rows.hasNext(); row++) {
          rows.next();
          for (int i = 0; i < names.length; i++) {
            values[i] = text(rows, names[i]);
          }
          sink.row(row, text(rows, mapping.id()), values);
        }
      }
    } catch (LinkFailure e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw new LinkFailure(
          file
              + ": not Parquet that can be read; write it again, uncompressed or with Snappy, Zstandard"
              + " or gzip, with columns of plain values",
          e);
    }
  }

  private static @Nullable String text(RowReader row, String column) {
    if (row.isNull(column)) {
      return null;
    }
    Object value = row.getValue(column);
    return value instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(value);
  }
}
