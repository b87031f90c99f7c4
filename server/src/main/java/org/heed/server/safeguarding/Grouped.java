package org.heed.server.safeguarding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A row of one case among rows of many. */
record Grouped<T>(UUID of, T value) {
  /** A value of the case that the row's first column names. */
  static <T> Grouped<T> of(ResultSet row, T value) throws SQLException {
    return new Grouped<>(Objects.requireNonNull(row.getObject(1, UUID.class)), value);
  }

  /** By case, in the order of the rows. */
  static <T> Map<UUID, List<T>> by(List<Grouped<T>> rows) {
    Map<UUID, List<T>> by = new HashMap<>();
    rows.forEach(row -> by.computeIfAbsent(row.of(), _ -> new ArrayList<>()).add(row.value()));
    return by;
  }

  /** Nothing: it may be personal. */
  @Override
  public String toString() {
    return "Grouped[" + of + "]";
  }
}
