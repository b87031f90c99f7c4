package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.heed.ledger.FactTable;
import org.heed.ledger.NoteException;
import org.heed.ledger.Verification;
import org.heed.ledger.Verifier;
import org.heed.ledger.VerifyKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.postgres.OwnPostgres;
import org.heed.postgres.PostgresFailure;
import org.heed.server.ledger.LedgerKey;
import org.heed.server.ledger.LedgerSource;
import org.heed.server.store.Tables;
import org.heed.testkit.Await;

/** Looks, as owner, whether a record is whole. */
final class RecordState {
  /** What belongs to each version of a report; each query names what stands alone. */
  private static final Map<String, String> HALVES =
      Map.of(
          "reports without a version",
          """
          select count(*) from record.report r where not exists
            (select 1 from record.report_version v where v.report = r.id)\
          """,
          "versions without a report",
          """
          select count(*) from record.report_version v where not exists
            (select 1 from record.report r where r.id = v.report)\
          """,
          "versions without exactly one narrative",
          """
          select count(*) from record.report_version v where 1 <> (select count(*)
            from record.narrative n where n.report = v.report and n.version = v.version)\
          """,
          "versions without exactly one reading",
          """
          select count(*) from record.report_version v where 1 <> (select count(*)
            from record.reading n where n.report = v.report and n.version = v.version)\
          """,
          "reports recorded twice",
          """
          select count(*) from (select 1 from record.report
            group by source, reference having count(*) > 1) twice\
          """,
          "entries without salt",
          """
          select count(*) from ledger.entry e where not exists
            (select 1 from ledger.salt s where s.entry = e.id)\
          """,
          "entries that nothing belongs to",
          """
          select count(*) from ledger.entry e where e.kind like 'report.%' and not exists
            (select 1 from record.report_version v where v.entry = e.id)\
          """);

  private final Path data;
  private final DatabaseAddress owner;

  private RecordState(Path data) {
    this.data = data;
    this.owner = OwnPostgres.attach(data).withDatabase("heed");
  }

  /** Of the Heed that runs on this folder. */
  static RecordState of(Path data) {
    RecordState state = new RecordState(data);
    Await.until(state::answers, "a database that was killed");
    return state;
  }

  private boolean answers() {
    try (Connection connection = owner.connect()) {
      return connection.isValid(5);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Nothing is there in part, and the ledger is what it says it is. */
  void requireWhole() {
    HALVES.forEach((what, query) -> assertThat(count(query)).as(what).isZero());
    for (FactTable table : Tables.ALL) {
      String orphans =
          String.format(
              Locale.ROOT,
              """
              select count(*) from %s f
              where not exists (select 1 from ledger.entry e where e.id = f.entry)\
              """,
              Tables.qualified(table));
      assertThat(count(orphans)).as(table.name() + " without a ledger entry").isZero();
    }
    Verification found = verify();
    assertThat(found.faults()).isEmpty();
    assertThat(found.ok()).isTrue();
  }

  private Verification verify() {
    try (LedgerSource source = LedgerSource.open(owner, _ -> {})) {
      VerifyKey key = VerifyKey.parse(Files.readString(LedgerKey.publicFile(data)));
      return new Verifier(key).verify(source, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException | NoteException e) {
      throw new AssertionError(e);
    }
  }

  /** Rows of files that are behind an import, or none while no server answers. */
  static long rowsImported(Path data) {
    try (Connection connection = OwnPostgres.attach(data).withDatabase("heed").connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce(max(rows_done), 0) from work.import_progress")) {
      row.next();
      return row.getLong(1);
    } catch (PostgresFailure | SQLException notYet) {
      return 0;
    }
  }

  /** Every report of a source: its reference and its identifier. */
  Map<String, UUID> reports(String source) {
    Map<String, UUID> found = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    try (Connection connection = owner.connect();
        var query =
            connection.prepareStatement(
                "select reference, id from record.report where source = ?")) {
      query.setString(1, source);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (found.put(row.getString(1), row.getObject(2, UUID.class)) != null) {
            twice.add(row.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    assertThat(twice).isEmpty();
    return found;
  }

  /** One number. */
  long count(String query) {
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(query, e);
    }
  }
}
