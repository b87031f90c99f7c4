package org.heed.server.destruction;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.ledger.Digest;

/**
 * What would go with a report, what keeps it from going, and what stays.
 *
 * @param rows each row that would go
 */
public record Preview(List<Row> rows, List<Hold> holds, List<Stays> stays) {
  public Preview {
    rows = List.copyOf(rows);
    holds = List.copyOf(holds);
    stays = List.copyOf(stays);
  }

  /** A row of the record: its table, and its place in the ledger. */
  public record Row(String table, UUID entry, int ordinal) {}

  /** How many rows of each part would go. */
  public Map<Part, Integer> parts() {
    Map<Part, Integer> parts = new EnumMap<>(Part.class);
    rows.forEach(row -> parts.merge(Part.of(row.table()), 1, Integer::sum));
    return parts;
  }

  /** Whether nothing keeps it from being destroyed. */
  public boolean isFree() {
    return holds.isEmpty();
  }

  /** The same for the same rows: what an approval says that it has seen. */
  public String digest() {
    StringBuilder all = new StringBuilder();
    rows.forEach(row -> all.append(row.entry()).append(' ').append(row.ordinal()).append('\n'));
    return Digest.sha256(all.toString().getBytes(StandardCharsets.US_ASCII)).hex();
  }
}
