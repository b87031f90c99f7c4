package org.heed.server.inspection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.heed.server.access.Refused;

/**
 * References of cases that were chosen elsewhere, in their order.
 *
 * @param lines one for each reference
 */
public record CaseList(List<Line> lines) {
  /** Bytes of a file: an extract of a thousand cases with all that somebody put beside them. */
  public static final int LARGEST_FILE = 2 << 20;

  private static final int LONGEST = 200_000;
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Set<String> HEADERS =
      Set.of("case", "case number", "case_number", "number", "reference", "id", "identifier");

  public CaseList {
    lines = List.copyOf(lines);
  }

  /**
   * A reference.
   *
   * @param number of the line that it stands in, from 1
   */
  public record Line(long number, String reference) {
    /** The line alone. */
    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  /**
   * Reads a reference a line, or a table separated by commas, semicolons or tabs: its column with
   * such a header as “case”, “reference” or “number”, or else its first. Lines without one are left
   * out.
   */
  public static CaseList parse(String text) {
    if (text.length() > LONGEST) {
      throw new Refused(Refused.Code.INVALID, "The list is too long.");
    }
    return table(text);
  }

  /**
   * Reads a CSV file in the same way. What is written in it is told by a byte-order mark; without
   * one it is UTF-8 or else Windows-1252, as spreadsheets write it.
   */
  public static CaseList read(byte[] file) {
    if (file.length > LARGEST_FILE) {
      throw new Refused(Refused.Code.INVALID, "The file is too large.");
    }
    if (file.length > 1 && file[0] == 'P' && file[1] == 'K') {
      throw new Refused(
          Refused.Code.INVALID, "The file is a workbook: save its sheet as CSV, and choose that.");
    }
    String text = text(file);
    if (text.indexOf('\0') >= 0) {
      throw new Refused(Refused.Code.INVALID, "The file is no text: save it as CSV.");
    }
    return table(text);
  }

  private static String text(byte[] file) {
    if (file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16LE);
    }
    if (file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
      return new String(file, 2, file.length - 2, StandardCharsets.UTF_16BE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      return new String(file, WINDOWS);
    }
  }

  private static CaseList table(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try {
      CsvReader.builder()
          .fieldSeparator(separator(text))
          .allowExtraFields(true)
          .allowMissingFields(true)
          .allowExtraCharsAfterClosingQuote(true)
          .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
          .forEach(records::add);
    } catch (CsvParseException e) {
      throw new Refused(
          Refused.Code.INVALID,
          "The list cannot be read after line "
              + (records.isEmpty() ? 0 : records.getLast().getStartingLineNumber())
              + ": is a quote missing?");
    }
    int column = -1;
    List<Line> lines = new ArrayList<>();
    for (CsvRecord one : records) {
      if (column < 0) {
        column = header(one);
        if (column >= 0) {
          continue;
        }
        column = 0;
      }
      String reference = column < one.getFieldCount() ? one.getField(column).strip() : "";
      if (!reference.isEmpty()) {
        lines.add(new Line(one.getStartingLineNumber(), reference));
      }
    }
    return new CaseList(lines);
  }

  private static char separator(String text) {
    for (char one : new char[] {'\t', ';'}) {
      if (text.indexOf(one) >= 0) {
        return one;
      }
    }
    return ',';
  }

  private static int header(CsvRecord record) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      if (HEADERS.contains(record.getField(i).strip().toLowerCase(Locale.ROOT))) {
        return i;
      }
    }
    return -1;
  }
}
