package org.heed.server.destruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.heed.ledger.Column;
import org.heed.ledger.FactTable;
import org.heed.server.store.Tables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database commits to a row as the code does, so that it can prove what it takes out. */
class CommitmentsInTheDatabaseTest {
  private DestructionScene made;

  @BeforeEach
  void start() {
    made = new DestructionScene();
  }

  @AfterEach
  void stop() {
    made.close();
  }

  @Test
  void columnsOfEveryFactTable_areThoseOfTheCode_inItsOrder() throws SQLException {
    try (Connection owner = made.scene.server.owner()) {
      for (FactTable table : Tables.ALL) {
        String[] name = Tables.qualified(table).split("\\.", 2);
        List<String> columns = new ArrayList<>();
        try (ResultSet column = owner.getMetaData().getColumns(null, name[0], name[1], null)) {
          while (column.next()) {
            columns.add(column.getString("COLUMN_NAME") + " " + column.getString("TYPE_NAME"));
          }
        }
        List<String> expected = new ArrayList<>(List.of("entry uuid", "ordinal int4"));
        table.columns().forEach(column -> expected.add(column.name() + " " + type(column)));
        assertThat(columns).as(table.name()).isEqualTo(expected);
      }
    }
  }

  private static String type(Column column) {
    return switch (column.type()) {
      case UUID -> "uuid";
      case TEXT -> "text";
      case INT -> "int4";
      case LONG -> "int8";
      case BOOL -> "bool";
      case TIMESTAMP -> "timestamptz";
      case DATE -> "date";
      case BYTES -> "bytea";
      case DOUBLE -> "float8";
    };
  }

  @Test
  void rowsOfAWholeRecord_giveTheContentThatTheirEntriesCommitTo() {
    made.whole("D/1");
    made.scene.openAt(DestructionScene.START, null);
    made.settle();
    StringBuilder all = new StringBuilder();
    for (FactTable table : Tables.ALL) {
      all.append(all.isEmpty() ? "" : " union all ")
          .append("select * from ledger.row_digests('")
          .append(Tables.qualified(table))
          .append("', array(select id from ledger.entry))");
    }
    assertThat(made.scene.server.count("select count(*) from (" + all + ") every"))
        .isGreaterThan(60);
    assertThat(
            made.scene.server.count(
                """
                with every as (%s)
                select count(*) from ledger.entry e
                where e.content is distinct from (
                  select sha256(convert_to('heed content v1' || chr(10) || count(*) || chr(10)
                    || coalesce(string_agg(a.ordinal || ' ' || encode(a.digest, 'hex') || chr(10), ''
                      order by a.ordinal), ''), 'UTF8'))
                  from every a where a.entry = e.id)
                """
                    .replace("%s", all)))
        .isZero();
  }
}
