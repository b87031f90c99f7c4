package org.heed.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.heed.postgres.ServerCheck;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class TestDatabaseTest {
  private static final AtomicInteger PREPARED = new AtomicInteger();

  @RegisterExtension static final FreshDatabase database = FreshDatabase.empty();

  private static TestDatabase withTable() {
    return TestDatabase.create(
        "a table",
        connection -> {
          PREPARED.incrementAndGet();
          try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t AS SELECT 1 AS n");
          }
        });
  }

  private static int rows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @Test
  void clones_shareATemplatePreparedOnce_andNothingElse() throws SQLException {
    try (TestDatabase one = withTable();
        TestDatabase two = withTable();
        Connection first = one.connect();
        Connection second = two.connect();
        Statement statement = first.createStatement()) {
      statement.execute("INSERT INTO t VALUES (2)");
      assertThat(rows(first)).isEqualTo(2);
      assertThat(rows(second)).isEqualTo(1);
      assertThat(PREPARED).hasValue(1);
    }
  }

  @Test
  void closedDatabase_isGone() {
    TestDatabase gone = TestDatabase.empty();
    gone.close();
    assertThatThrownBy(gone::connect)
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", "3D000");
  }

  @Test
  void extension_givesADatabaseOfItsOwn() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThat(connection.getCatalog()).isEqualTo(database.address().database());
    }
  }

  @Test
  void sharedServer_isRefusedForRecords() throws SQLException {
    try (Connection connection = database.connect()) {
      assertThatThrownBy(() -> ServerCheck.requireDurable(connection))
          .hasMessageContaining("fsync off")
          .hasMessageContaining("set fsync = on");
    }
  }

  @Test
  @Tag("long")
  void durableServer_isFitForRecords() throws SQLException {
    try (TestCluster durable = TestCluster.durable();
        Connection connection = durable.address().connect()) {
      ServerCheck.requireDurable(connection);
      assertThat(durable.folder()).exists();
    }
  }
}
