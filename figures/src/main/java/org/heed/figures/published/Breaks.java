package org.heed.figures.published;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The breaks that are known of, read from the data file beside this class. */
final class Breaks {
  private final List<Break> all;

  private Breaks(List<Break> all) {
    this.all = all.stream().sorted(Comparator.comparing(Break::date)).toList();
  }

  static Breaks bundled() {
    try (Reader reader = PublishedSeries.resource("breaks.csv")) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Breaks read(Reader reader) throws IOException {
    List<Break> breaks = new ArrayList<>();
    try (CSVParser rows = HomeOfficeTable.FORMAT.parse(reader)) {
      for (CSVRecord row : rows) {
        breaks.add(
            new Break(
                row.get("offence_code"),
                FinancialYear.parse(row.get("first_year")),
                LocalDate.parse(row.get("date")),
                Break.Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.get("comparable").equals("yes"),
                row.get("says"),
                row.get("source")));
      }
    }
    return new Breaks(breaks);
  }

  List<Break> of(String code) {
    return all.stream().filter(each -> each.code().equals(code)).toList();
  }
}
