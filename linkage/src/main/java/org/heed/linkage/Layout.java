package org.heed.linkage;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The columns that records have, in order.
 *
 * @param columns at least one; each kind but exact and text at most once
 */
public record Layout(List<Column> columns) {
  /**
   * One column.
   *
   * @param name as in the file
   * @param kind what it holds
   */
  public record Column(String name, Kind kind) {}

  public Layout {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("a layout has at least one column");
    }
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    for (Column column : columns) {
      boolean many = column.kind() == Kind.EXACT || column.kind() == Kind.TEXT;
      if (!many && !seen.add(column.kind())) {
        throw new IllegalArgumentException("two columns of kind " + column.kind().word());
      }
    }
  }

  /** The position of the column of this kind, or −1. */
  int indexOf(Kind kind) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == kind) {
        return i;
      }
    }
    return -1;
  }
}
