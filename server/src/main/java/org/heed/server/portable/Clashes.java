package org.heed.server.portable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heed.ledger.Column;
import org.heed.ledger.FactTable;
import org.heed.server.importing.ImportFailure;
import org.heed.server.store.FactWriter;
import org.heed.server.store.Tables;

/**
 * Rows of an export for which the record already has another: a report of the same source and
 * reference under another identifier, say, or a report that both amended. They are looked for
 * before anything is written, since half of an export is of no use.
 */
final class Clashes {
  private static final String UNIQUE =
      """
      select array_agg(a.attname::text order by k.place)
      from pg_index i
        join pg_class c on c.oid = i.indrelid
        join pg_namespace n on n.oid = c.relnamespace
        cross join lateral unnest(i.indkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indisunique and not i.indisprimary and n.nspname || '.' || c.relname = ?
      group by i.indexrelid\
      """;

  private final Connection owner;
  private final Map<FactTable, List<List<Integer>>> unique = new LinkedHashMap<>();
  private final Map<String, Long> found = new LinkedHashMap<>();

  Clashes(Connection owner) throws SQLException {
    this.owner = owner;
    for (FactTable table : Tables.ALL) {
      unique.put(table, unique(table));
    }
  }

  private List<List<Integer>> unique(FactTable table) throws SQLException {
    List<String> names = table.columns().stream().map(Column::name).toList();
    List<List<Integer>> keys = new ArrayList<>();
    try (PreparedStatement query = owner.prepareStatement(UNIQUE)) {
      query.setString(1, Tables.qualified(table));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          String[] columns = (String[]) row.getArray(1).getArray();
          keys.add(Arrays.stream(columns).map(names::indexOf).toList());
        }
      }
    }
    return keys;
  }

  /** Looks at rows that are not in the record. */
  void look(Map<FactTable, List<FactWriter.Row>> rows) throws SQLException {
    for (Map.Entry<FactTable, List<FactWriter.Row>> of : rows.entrySet()) {
      for (List<Integer> key : unique.getOrDefault(of.getKey(), List.of())) {
        long clashing = count(of.getKey(), key, of.getValue());
        if (clashing > 0) {
          found.merge(of.getKey().name().replace('_', ' '), clashing, Long::sum);
        }
      }
    }
  }

  private long count(FactTable table, List<Integer> key, List<FactWriter.Row> rows)
      throws SQLException {
    String equal =
        key.stream()
            .map(column -> {
              String name = table.columns().get(column).name();
              return "f." + name + " = n." + name;
            })
            .collect(Collectors.joining(" and "));
    String names =
        key.stream()
            .map(column -> table.columns().get(column).name())
            .collect(Collectors.joining(", "));
    String arrays =
        IntStream.range(0, key.size()).mapToObj(_ -> "?").collect(Collectors.joining(", "));
    String query =
        String.format(
            Locale.ROOT,
            "select count(*) from unnest(%s) as n (%s) join %s f on %s",
            arrays,
            names,
            Tables.qualified(table),
            equal);
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      for (int i = 0; i < key.size(); i++) {
        statement.setArray(i + 1, FactWriter.column(owner, rows, table, key.get(i)));
      }
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Refuses the export if anything clashed. */
  void refuse() {
    if (!found.isEmpty()) {
      String what =
          found.entrySet().stream()
              .map(each -> each.getValue() + " of " + each.getKey())
              .collect(Collectors.joining(", "));
      throw new ImportFailure(
          "This record already has others in place of rows of the export ("
              + what
              + "): it holds the same reports under other identifiers, or both went on with the"
              + " same report. Nothing was taken back; take the export into an empty record.");
    }
  }
}
