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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** Of several columns the first of these: a running number may stand beside the case's own. */
  private static final List<String> HEADERS =
      List.of("case number", "case_number", "case", "reference", "identifier", "number", "id");

  /** A comma first: it is what a list of one column has none of. */
  private static final String SEPARATORS = ",;\t";

  /** How Excel says what parts its cells. */
  private static final Pattern SAID = Pattern.compile("\\A\uFEFF?sep=(.)\\R");

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

  /** Without a mark of its order of bytes; a line that says what parts cells is left empty. */
  private static String cells(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return SAID.matcher(plain).lookingAt() ? plain.substring("sep=x".length()) : plain;
  }

  private static CaseList table(String text) {
    List<CsvRecord> records = new ArrayList<>();
    try {
      CsvReader.builder()
          .fieldSeparator(separator(text))
          .allowExtraFields(true)
          .allowMissingFields(true)
          .allowExtraCharsAfterClosingQuote(true)
          .ofCsvRecord(cells(text))
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

  /** What the first line has most of outside quotes; a comma where it has none of them. */
  private static char separator(String text) {
    Matcher said = SAID.matcher(text);
    if (said.lookingAt()) {
      return said.group(1).charAt(0);
    }
    int[] found = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char one = text.charAt(i);
      quoted ^= one == '"';
      if (!quoted && (one == '\n' || one == '\r')) {
        break;
      }
      int which = quoted ? -1 : SEPARATORS.indexOf(one);
      if (which >= 0) {
        found[which]++;
      }
    }
    int most = 0;
    for (int i = 1; i < found.length; i++) {
      most = found[i] > found[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  private static int header(CsvRecord record) {
    List<String> titles =
        record.getFields().stream().map(one -> one.strip().toLowerCase(Locale.ROOT)).toList();
    return HEADERS.stream().map(titles::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
  }
}
