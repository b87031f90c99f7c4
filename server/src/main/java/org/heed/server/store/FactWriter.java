package org.heed.server.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.ledger.Fact;
import org.heed.ledger.FactTable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.TransactionSystemException;

/**
 * Writes acts: their entries and salts, then each table's facts, a statement each. All of them
 * travel together and are answered together: recording a report touches ten tables, and ten
 * journeys would take longer than the writing.
 */
public final class FactWriter {
  private static final String WHAT = "write facts";
  private static final String NOT_SIGNED_IN = "HD001";
  private static final String KNOWN = "HD002";
  private static final String TAKEN = "23505";

  private FactWriter() {}

  /** What became of an act that was to bring a new report. */
  enum Outcome {
    WRITTEN,
    /** A report of this source and reference is known. */
    KNOWN,
    NOT_SIGNED_IN
  }

  /** Writes acts within the transaction that is open. */
  static void write(Connection connection, List<Act> acts) {
    if (acts.isEmpty()) {
      return;
    }
    SortedMap<FactTable, List<Row>> tables = rows(acts);
    try (PreparedStatement insert =
        connection.prepareStatement(FactSql.of(acts.size() > 1, false, tables))) {
      Parameters to = new Parameters(connection, insert);
      bind(to, acts, tables);
      execute(insert);
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  /**
   * Writes one act in a transaction of its own, unless the report is known or nobody is signed in.
   * The connection commits by itself: what travels together is one transaction.
   */
  static Outcome writeNew(Connection connection, Act act, String source, String reference) {
    List<Act> acts = List.of(act);
    SortedMap<FactTable, List<Row>> tables = rows(acts);
    try (PreparedStatement insert = connection.prepareStatement(FactSql.of(false, true, tables))) {
      Parameters to = new Parameters(connection, insert);
      to.text(act.caller().token().secret());
      to.text(source);
      to.text(reference);
      bind(to, acts, tables);
      execute(insert);
      return Outcome.WRITTEN;
    } catch (SQLException e) {
      return switch (String.valueOf(e.getSQLState())) {
        case NOT_SIGNED_IN -> Outcome.NOT_SIGNED_IN;
        case KNOWN, TAKEN -> Outcome.KNOWN;
        default -> throw ended(e);
      };
    }
  }

  /** Who loses the connection meanwhile does not know whether the transaction was kept. */
  private static RuntimeException ended(SQLException e) {
    return DatabaseFault.of(e) == DatabaseFault.AWAY
        ? new TransactionSystemException(WHAT, e)
        : translated(e);
  }

  private static DataAccessException translated(SQLException e) {
    DataAccessException known = new SQLExceptionSubclassTranslator().translate(WHAT, null, e);
    return known == null ? new UncategorizedSQLException(WHAT, null, e) : known;
  }

  /** Writes facts of one table, whose entries are written already. */
  public static void writeFacts(Connection connection, FactTable table, List<Row> rows)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(FactSql.of(table))) {
      new Parameters(connection, insert).facts(table, rows);
      insert.execute();
    }
  }

  /** A column of rows of a table, as an array of the database. */
  public static Array column(Connection connection, List<Row> rows, FactTable table, int column)
      throws SQLException {
    return Parameters.array(connection, rows, table, column);
  }

  /** A fact with its place in the ledger. */
  public record Row(UUID entry, int ordinal, Fact fact) {}

  /**
   * The rows of each table, a report's before those of what is made of it, whichever act came
   * first: row security lets nothing be added to a report that is not there yet, or is closed
   * already.
   */
  private static SortedMap<FactTable, List<Row>> rows(List<Act> acts) {
    SortedMap<FactTable, List<Row>> tables = new TreeMap<>(Comparator.comparingInt(Tables::place));
    for (Act act : acts) {
      int ordinal = 0;
      for (Fact fact : act.facts()) {
        tables
            .computeIfAbsent(fact.table(), _ -> new ArrayList<>())
            .add(new Row(act.id(), ordinal++, fact));
      }
    }
    return tables;
  }

  private static void bind(Parameters to, List<Act> acts, SortedMap<FactTable, List<Row>> tables)
      throws SQLException {
    if (acts.size() == 1) {
      to.entry(acts.getFirst());
    } else {
      to.entries(acts);
    }
    for (Map.Entry<FactTable, List<Row>> table : tables.entrySet()) {
      if (FactSql.isOne(table.getKey(), table.getValue().size())) {
        to.fact(table.getKey(), table.getValue().getFirst());
      } else {
        to.facts(table.getKey(), table.getValue());
      }
    }
  }

  private static void execute(PreparedStatement insert) throws SQLException {
    insert.execute();
    while (insert.getMoreResults() || insert.getUpdateCount() >= 0) {
      // Every statement's answer is looked at, and with it every failure.
    }
  }
}
