package org.heed.figures.release;

import java.util.List;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * A table of a release as it is published.
 *
 * @param name its file's name without an ending: small letters, digits and hyphens
 * @param title what it counts, where and when, in words
 * @param unit what one is: reports, crimes, children or suspects
 * @param notes what a reader must know of it: definition, clock, what is missing
 * @param dimensions the columns that say what is counted apart
 * @param rows in the order of the table
 */
public record ReleaseTable(
    String name,
    String title,
    String unit,
    List<String> notes,
    List<String> dimensions,
    List<Row> rows) {

  /** Why a cell has no count or is marked. */
  public enum Status {
    /** Published as it is. */
    PUBLISHED(""),
    /** Hidden, so that nobody can be told from it. */
    CONFIDENTIAL("c"),
    /** Still to be revised. */
    PROVISIONAL("p"),
    /** Changed since it was last published. */
    REVISED("r");

    private final String symbol;

    Status(String symbol) {
      this.symbol = symbol;
    }

    /** The shorthand of official statistics, without its brackets. */
    public String symbol() {
      return symbol;
    }
  }

  /**
   * A row.
   *
   * @param labels one for each dimension
   * @param count null only where the status is confidential
   */
  public record Row(List<String> labels, @Nullable Long count, Status status) {
    public Row {
      labels = List.copyOf(labels);
      RefusedInput.unless(
          (count == null) == (status == Status.CONFIDENTIAL),
          "rows",
          "have a count without a reason to hide it, or hide one without saying so");
    }

    /** The count, or in brackets why there is none. */
    public String shown() {
      return count == null ? "[" + status.symbol() + "]" : Long.toString(count);
    }
  }

  public ReleaseTable {
    RefusedInput.unless(
        name.matches("[a-z0-9]+(-[a-z0-9]+)*"), "name", "must be small letters, digits, hyphens");
    notes = List.copyOf(notes);
    dimensions = List.copyOf(dimensions);
    rows = List.copyOf(rows);
    for (Row row : rows) {
      RefusedInput.unless(
          row.labels().size() == dimensions.size(), "rows", "need a label for each dimension");
    }
  }
}
