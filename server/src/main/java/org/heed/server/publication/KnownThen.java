package org.heed.server.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each period stood as it became known: its vintages.
 *
 * @param known the days at whose end it was known, ascending; the last stands for the question's
 *     own moment
 * @param rows the periods
 */
public record KnownThen(List<LocalDate> known, List<Row> rows) {
  /**
   * A period.
   *
   * @param counts as known at the end of each day; null where the period was not over by then
   */
  public record Row(String label, LocalDate last, List<@Nullable Long> counts) {
    public Row {
      counts = Collections.unmodifiableList(new ArrayList<>(counts));
    }

    /** As known when the period ended; null where it is not over. */
    public @Nullable Long first() {
      return counts.stream().filter(count -> count != null).findFirst().orElse(null);
    }

    /** As known at the question's moment. */
    public @Nullable Long latest() {
      return counts.getLast();
    }
  }

  public KnownThen {
    known = List.copyOf(known);
    rows = List.copyOf(rows);
  }
}
