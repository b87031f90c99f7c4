package org.heed.server.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records behind a count, pseudonymised: no text and no name.
 *
 * @param total how many there are in all
 * @param rows those of this page
 */
public record Lineage(long total, List<Row> rows) {
  public Lineage {
    rows = List.copyOf(rows);
  }

  /**
   * One record.
   *
   * @param id of what is counted: report, crime or person
   * @param report a report that it is counted from
   * @param at its day by the question's clock; null: not known
   * @param offence of a crime
   */
  public record Row(
      UUID id, UUID report, String area, @Nullable Instant at, @Nullable String offence) {}
}
