package org.heed.server.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one sheet of an Excel workbook, streamed; only the workbook's table of shared texts is
 * held in memory. Dates come out in ISO 8601, numbers with the fifteen digits that Excel keeps.
 */
final class XlsxRows implements RowSource {
  private static final MathContext DIGITS = new MathContext(15);
  private static final LocalDateTime BEFORE_DAYS = LocalDateTime.of(1900, 1, 1, 0, 0);

  private final String file;
  private final ReadableWorkbook book;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final @Nullable Header header;

  XlsxRows(String file, Path path, Mapping mapping) throws IOException {
    this.file = file;
    this.book = open(file, path);
    this.stream = sheet(book, file, mapping).openStream();
    this.rows = stream.iterator();
    Row first = row();
    this.header = first == null ? null : Header.of(file, names(first), mapping);
  }

  private static ReadableWorkbook open(String file, Path path) throws IOException {
    try {
      return new ReadableWorkbook(path.toFile(), new ReadingOptions(true, true));
    } catch (ExcelReaderException e) {
      throw notWorkbook(file, e);
    } catch (IOException e) {
      if (java.nio.file.Files.isReadable(path)) {
        throw notWorkbook(file, e);
      }
      throw e;
    }
  }

  private static ImportFailure notWorkbook(String file, Exception e) {
    return new ImportFailure(
        file + " is no Excel workbook (.xlsx) that can be read: open it and save it anew.", e);
  }

  private static Sheet sheet(ReadableWorkbook book, String file, Mapping mapping) {
    String name = mapping.sheet();
    if (name == null) {
      return book.getFirstSheet();
    }
    return book.findSheet(name)
        .orElseThrow(() ->
            new ImportFailure(
                file
                    + " has no sheet “"
                    + name
                    + "”; its sheets are "
                    + String.join(", ", book.getSheets().map(Sheet::getName).toList())));
  }

  private static List<String> names(Row row) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < row.getCellCount(); i++) {
      String name = text(row, i);
      names.add(name == null ? "" : name.strip());
    }
    return names;
  }

  @Override
  public @Nullable SourceRow next() {
    Header columns = header;
    if (columns == null) {
      return null;
    }
    for (Row row = row(); row != null; row = row()) {
      Row current = row;
      var cells = columns.cells(place -> text(current, place));
      if (!cells.isEmpty()) {
        return SourceRow.of(row.getRowNum(), cells);
      }
    }
    return null;
  }

  private @Nullable Row row() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (ExcelReaderException e) {
      throw notWorkbook(file, e);
    }
  }

  private static @Nullable String text(Row row, int place) {
    Cell cell = place < row.getCellCount() ? row.getCell(place) : null;
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    String raw = cell.getRawValue();
    if (cell.getType() == CellType.ERROR || raw == null) {
      return raw == null || raw.isEmpty() ? null : raw;
    }
    return switch (cell.getValue()) {
      case BigDecimal number -> number(cell, number);
      case Boolean truth -> truth.toString();
      default -> cell.getText();
    };
  }

  private static String number(Cell cell, BigDecimal number) {
    String format = cell.getDataFormatString();
    if (format == null || !isTime(format)) {
      return number.round(DIGITS).stripTrailingZeros().toPlainString();
    }
    LocalDateTime moment = cell.asDate();
    if (number.signum() >= 0 && number.compareTo(BigDecimal.ONE) < 0) {
      return LocalTime.from(moment).format(DateTimeFormatter.ISO_LOCAL_TIME);
    }
    if (moment.isBefore(BEFORE_DAYS)) {
      return number.toPlainString();
    }
    boolean day = moment.toLocalTime().equals(LocalTime.MIDNIGHT) && !hasHours(format);
    return day ? moment.toLocalDate().toString() : moment.toString();
  }

  private static boolean isTime(String format) {
    String bare = bare(format);
    return bare.contains("d") || bare.contains("y") || hasHours(format);
  }

  private static boolean hasHours(String format) {
    return bare(format).contains("h");
  }

  /** Without quoted text, colours and conditions. */
  private static String bare(String format) {
    return format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }
}
