package org.heed.server.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Rows of CSV (RFC 4180): embedded line ends and quotes, a header, any delimiter. */
final class CsvRows implements RowSource {
  private static final int LONGEST_CELL = 64 << 20;

  private final String file;
  private final char delimiter;
  private final CloseableIterator<CsvRecord> records;
  private final @Nullable Header header;

  CsvRows(String file, Reader text, Mapping mapping) {
    this.file = file;
    this.delimiter = mapping.delimiter();
    this.records =
        CsvReader.builder()
            .fieldSeparator(mapping.delimiter())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(LONGEST_CELL)
            .ofCsvRecord(text)
            .iterator();
    CsvRecord first = record();
    this.header =
        first == null
            ? null
            : Header.of(file, first.getFields().stream().map(String::strip).toList(), mapping);
  }

  @Override
  public @Nullable SourceRow next() {
    Header columns = header;
    if (columns == null) {
      return null;
    }
    for (CsvRecord record = record(); record != null; record = record()) {
      if (record.getFields().stream().allMatch(String::isBlank)) {
        continue;
      }
      if (record.getFieldCount() != columns.width()) {
        return SourceRow.broken(ragged(record, columns.width()));
      }
      return SourceRow.of(record.getStartingLineNumber(), columns.cells(record::getField));
    }
    return null;
  }

  private Refusal ragged(CsvRecord record, int width) {
    return new Refusal(
        record.getStartingLineNumber(),
        "",
        String.join(String.valueOf(delimiter), record.getFields()),
        "the row has "
            + record.getFieldCount()
            + " cells and the header "
            + width
            + ": is a quote or a delimiter missing?");
  }

  private @Nullable CsvRecord record() {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw new ImportFailure(
          file
              + " cannot be read as CSV beyond a cell of 64 million characters: is a quote missing?",
          e);
    } catch (UncheckedIOException e) {
      throw new ImportFailure("reading " + file + " failed: the rows before are in.", e);
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
