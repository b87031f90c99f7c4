package org.heed.server.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A network as rows of one link each with both of its ends: POLE's as CSV, or an i2 chart's. */
final class LinkRows {
  /**
   * What the columns are called.
   *
   * @param from identifier, kind, type and name of the one end
   * @param time beside the day; null where one column has both
   */
  record Columns(
      List<String> from,
      List<String> to,
      String says,
      String status,
      String at,
      @Nullable String time) {}

  static final Columns POLE =
      new Columns(
          List.of("from_id", "from_entity", "from_type", "from_name"),
          List.of("to_id", "to_entity", "to_type", "to_name"),
          "relationship",
          "status",
          "date_time",
          null);
  static final Columns I2 =
      new Columns(
          List.of("From identity", "From type", "From type", "From label"),
          List.of("To identity", "To type", "To type", "To label"),
          "Link label",
          "Link strength",
          "Date",
          "Time");

  private final String file;
  private final Columns columns;
  private final Exchanged into;

  LinkRows(String file, Columns columns, Exchanged into) {
    this.file = file;
    this.columns = columns;
    this.into = into;
  }

  void read(Reader text) {
    try {
      for (NamedCsvRecord row : CsvReader.builder().ofNamedCsvRecord(text)) {
        read(row);
      }
    } catch (CsvParseException e) {
      throw new ImportFailure(file + ": a quote is opened and not closed", e);
    }
  }

  private void read(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    String time = columns.time == null ? "" : cell(row, columns.time);
    String at = cell(row, columns.at) + (time.isEmpty() ? "" : "T" + time);
    String from = end(row, line, columns.from, at);
    String to = end(row, line, columns.to, at);
    into.link(
        line,
        columns.says,
        from,
        to,
        cell(row, columns.says),
        at,
        !cell(row, columns.status).equalsIgnoreCase("unconfirmed"));
  }

  private String end(NamedCsvRecord row, long line, List<String> names, String at) {
    String id = cell(row, names.get(0));
    String entity = cell(row, names.get(1));
    String type = cell(row, names.get(2));
    String kind = columns.equals(I2) ? i2(entity) : PoleJson.kind(entity, type);
    into.entity(
        line,
        names.get(0),
        id,
        kind,
        entity,
        cell(row, names.get(3)),
        Exchanged.EVENT.equals(kind) ? at : "");
    return id;
  }

  private static @Nullable String i2(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "event", "report" -> Exchanged.EVENT;
      case "person" -> Exchanged.PERSON;
      case "location", "place" -> "place";
      case "car", "vehicle" -> "vehicle";
      case "phone", "telephone" -> "phone";
      case "account" -> "account";
      default -> null;
    };
  }

  /** A cell without the mark that keeps a spreadsheet from taking it for a formula. */
  private String cell(NamedCsvRecord row, String name) {
    String cell =
        row.findField(name)
            .orElseThrow(() ->
                new ImportFailure(
                    file
                        + ":"
                        + row.getStartingLineNumber()
                        + ": the column “"
                        + name
                        + "” is missing"))
            .strip();
    boolean marked =
        cell.length() > 1 && cell.charAt(0) == '\'' && "=@+-".indexOf(cell.charAt(1)) >= 0;
    return marked ? cell.substring(1) : cell;
  }
}
