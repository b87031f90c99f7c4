package org.heed.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.heed.ledger.FactTable;
import org.heed.server.ServerFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application's role can add facts and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppendOnlyTest {
  private ServerFixture server;

  @BeforeAll
  void start() {
    server = ServerFixture.create();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  static List<String> appendOnly() {
    List<String> tables = new ArrayList<>();
    for (FactTable table : Tables.ALL) {
      tables.add(Tables.qualified(table));
    }
    tables.addAll(
        List.of(
            "ledger.entry",
            "ledger.salt",
            "ledger.leaf",
            "ledger.tile",
            "ledger.batch",
            "ledger.checkpoint"));
    return tables;
  }

  @ParameterizedTest
  @MethodSource("appendOnly")
  void application_cannotUpdateDeleteOrTruncate(String table) throws SQLException {
    try (Connection connection = server.databases().app().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from " + table))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("truncate " + table))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() ->
              statement.execute("update %s set %s = null".formatted(table, firstColumn(table))))
          .hasMessageContaining("permission denied");
    }
  }

  private String firstColumn(String table) {
    String[] parts = table.split("\\.", 2);
    try (Connection connection = server.owner();
        var columns = connection.getMetaData().getColumns(null, parts[0], parts[1], null)) {
      columns.next();
      return columns.getString("COLUMN_NAME");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyFactTable_hasTheColumnsTheLedgerCommitsTo() throws SQLException {
    try (Connection connection = server.owner()) {
      for (FactTable table : Tables.ALL) {
        String[] parts = Tables.qualified(table).split("\\.", 2);
        List<String> columns = new ArrayList<>();
        try (var row = connection.getMetaData().getColumns(null, parts[0], parts[1], null)) {
          while (row.next()) {
            columns.add(row.getString("COLUMN_NAME"));
          }
        }
        List<String> expected = new ArrayList<>(List.of("entry", "ordinal"));
        table.columns().forEach(column -> expected.add(column.name()));
        assertThat(columns).as(table.name()).containsExactlyElementsOf(expected);
      }
    }
  }

  @Test
  void role_ownsNothingAndBypassesNothing() throws SQLException {
    assertThat(
            server.count(
                """
                select count(*) from pg_roles
                where rolname in ('heed_app', 'heed_access', 'heed_ledger')
                  and not rolsuper and not rolbypassrls and not rolcreaterole\
                """))
        .isEqualTo(3);
    assertThat(
            server.count(
                """
                select count(*) from pg_class c join pg_roles r on r.oid = c.relowner
                where r.rolname like 'heed\\_%' and r.rolname <> 'heed_superuser'\
                """))
        .isZero();
  }
}
