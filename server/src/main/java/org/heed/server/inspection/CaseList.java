package org.heed.server.inspection;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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
  private static final int LONGEST = 200_000;
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
      throw new Refused(Refused.Code.INVALID, "The list cannot be read: is a quote missing?");
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
