package org.heed.server.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.heed.ledger.Column;
import org.heed.ledger.FactTable;

/**
 * The statements by which acts are written, a parameter for each value of the one row, or an array
 * for each column of many. There are as few different ones as can be, since each is prepared once
 * for every connection.
 */
final class FactSql {
  /** Those of which an act has one row, if any. */
  private static final Set<FactTable> ONE_EACH =
      Set.of(
          Tables.REPORT,
          Tables.REPORT_VERSION,
          Tables.NARRATIVE,
          Tables.READING,
          Tables.REVIEW_DRAW,
          Tables.PERSON,
          Tables.PERSON_VERSION,
          Tables.CRIME,
          Tables.CRIME_STATE,
          Tables.FLAG);

  private static final String NEW = "select record.expect_new(?, ?, ?);\n";
  private static final String ENTRY =
      """
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects, purpose)
      values (?, ?, ?, ?, ?, ?, ?, ?);
      insert into ledger.salt (entry, salt) values (?, ?)\
      """;
  private static final String ENTRIES =
      """
      insert into ledger.entry (id, kind, actor, at, rows, content, subjects, purpose)
      select id, kind, actor, at, rows, content, cast(subjects as uuid[]), purpose
      from unnest(?, ?, ?, ?, ?, ?, ?, ?)
        as e (id, kind, actor, at, rows, content, subjects, purpose);
      insert into ledger.salt (entry, salt) select * from unnest(?, ?)\
      """;

  private static final Map<Shape, String> KNOWN = new ConcurrentHashMap<>();

  private FactSql() {}

  private record Part(FactTable table, boolean one) {}

  private record Shape(boolean many, boolean fresh, List<Part> parts) {}

  /** Whether so many rows of the table are written value by value. */
  static boolean isOne(FactTable table, int rows) {
    return rows == 1 && ONE_EACH.contains(table);
  }

  /**
   * The statements for entries and facts.
   *
   * @param many entries, not one
   * @param fresh with a look first whether the report is new
   */
  static String of(boolean many, boolean fresh, SortedMap<FactTable, ? extends List<?>> tables) {
    List<Part> parts = new ArrayList<>(tables.size());
    tables.forEach((table, rows) -> parts.add(new Part(table, isOne(table, rows.size()))));
    return KNOWN.computeIfAbsent(new Shape(many, fresh, parts), FactSql::statements);
  }

  /** The statement for many facts of one table. */
  static String of(FactTable table) {
    return insert(new Part(table, false));
  }

  private static String statements(Shape shape) {
    StringBuilder all = new StringBuilder(shape.fresh() ? NEW : "");
    all.append(shape.many() ? ENTRIES : ENTRY);
    for (Part part : shape.parts()) {
      all.append(";\n").append(insert(part));
    }
    return all.toString();
  }

  private static String insert(Part part) {
    StringBuilder names = new StringBuilder("entry, ordinal");
    for (Column column : part.table().columns()) {
      names.append(", ").append(column.name());
    }
    String more = ", ?".repeat(part.table().columns().size());
    return String.format(
        Locale.ROOT,
        part.one()
            ? "insert into %s (%s) values (?, ?%s)"
            : "insert into %s (%s) select * from unnest(?, ?%s)",
        Tables.qualified(part.table()),
        names,
        more);
  }
}
