package org.heed.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One append-only table, its columns in canonical order. Every fact table also has the columns
 * {@code entry uuid} and {@code ordinal int}, its primary key, which are not listed. Columns may be
 * added at the end, nullable: rows written before keep their commitments. A column is never
 * removed, moved or given another type.
 *
 * @param name as in the database: lower case, digits and underscores
 * @param columns in canonical order
 */
public record FactTable(String name, List<Column> columns) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  public FactTable {
    checkName(name);
    columns = List.copyOf(columns);
    if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
      throw new IllegalArgumentException("table " + name + " has two columns of one name");
    }
    if (columns.stream().anyMatch(c -> c.name().equals("entry") || c.name().equals("ordinal"))) {
      throw new IllegalArgumentException(
          "table " + name + " lists entry or ordinal, which every fact table has");
    }
  }

  /**
   * From its columns as in a table's definition: {@code of("report", "source text, victim_age
   * int")}.
   */
  public static FactTable of(String name, String columns) {
    List<Column> all = new ArrayList<>();
    for (String column : columns.strip().split("\\s*,\\s*")) {
      String[] parts = column.split("\\s+");
      if (parts.length != 2) {
        throw new IllegalArgumentException(
            "a column of " + name + " is a name and a type, not “" + column + "”");
      }
      all.add(new Column(parts[0], FactType.valueOf(parts[1].toUpperCase(Locale.ROOT))));
    }
    return new FactTable(name, all);
  }

  static void checkName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a table or column name is lower-case letters, digits and underscores");
    }
  }
}
