package org.heed.linkage.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heed.linkage.LinkFailure;
import org.jspecify.annotations.Nullable;

/** Records in CSV (RFC 4180) with a header, in UTF-8, with or without a byte-order mark. */
final class CsvRecords {
  private static final int LONGEST_CELL = 64 << 20;
  private static final char MARK = '\uFEFF';

  private CsvRecords() {}

  static void read(String file, InputStream in, Mapping mapping, RowSink sink) throws IOException {
    Reader text =
        new InputStreamReader(
            in,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    try (CloseableIterator<CsvRecord> rows =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text)
            .iterator()) {
      if (!rows.hasNext()) {
        throw new LinkFailure(file + ": empty; the first line must name the columns");
      }
      List<String> header = header(rows.next());
      Columns columns = Columns.of(file, header, mapping);
      @Nullable String[] values = new @Nullable String[columns.places().length];
      while (rows.hasNext()) {
        row(file, rows.next(), header.size(), columns, values, sink);
      }
    } catch (CsvParseException e) {
      throw new LinkFailure(
          file + ": not CSV: " + (e.getMessage() == null ? "unreadable" : e.getMessage()), e);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static List<String> header(CsvRecord first) {
    return first.getFields().stream()
        .map(name -> (!name.isEmpty() && name.charAt(0) == MARK ? name.substring(1) : name).strip())
        .toList();
  }

  private static void row(
      String file,
      CsvRecord record,
      int width,
      Columns columns,
      @Nullable String[] values,
      RowSink sink) {
    long line = record.getStartingLineNumber();
    if (record.getFieldCount() != width) {
      if (record.getFieldCount() == 1 && record.getField(0).isBlank()) {
        return;
      }
      throw new LinkFailure(
          file
              + ":"
              + line
              + ": "
              + record.getFieldCount()
              + " values where the header has "
              + width
              + (record.getFieldCount() > width
                  ? "; put a value that holds a comma in quotation marks"
                  : "; leave an empty value between commas for what is not known"));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = record.getField(columns.places()[i]);
    }
    sink.row(line, record.getField(columns.id()), values);
  }
}
