package org.heed.server.importing;

import java.util.List;

/**
 * Rows that go into the record together, in the file's order and without a gap.
 *
 * @param share of the file read by then; negative where it is not known
 */
record Batch(List<Prepared> rows, double share) {
  Batch {
    rows = List.copyOf(rows);
  }

  /** How many rows of the file are behind it when it is in. */
  long end() {
    return rows.getLast().index() + 1;
  }
}
