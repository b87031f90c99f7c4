package org.heed.server.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImportFaultsTest {
  private static final int ROWS = 2_600;

  private static String file(int from, int to) {
    StringBuilder csv = new StringBuilder("Ref,Text\n");
    for (int i = from; i < to; i++) {
      csv.append(i).append(",Missing overnight; found with older males.\n");
    }
    return csv.toString();
  }

  private static void endConnections(ImportFixture fixture) {
    fixture.server.asOwner(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'heed_app' and pid <> pg_backend_pid()
        """);
  }

  @Test
  void connectionsLostInTheMiddle_areTakenUpAgain() {
    AtomicInteger tries = new AtomicInteger();
    try (ImportFixture fixture = new ImportFixture(_ -> tries.incrementAndGet())) {
      Path file = fixture.file("a.csv", file(0, ROWS));
      Importer importer = fixture.importer(_ -> tries.incrementAndGet());
      ImportCounts counts =
          fixture.run(importer, file, ImportFixture.SIMPLE, (_, _) -> endConnections(fixture));
      assertThat(counts).isEqualTo(new ImportCounts(ROWS, ROWS, 0, 0, 0));
      assertThat(fixture.server.count("select count(*) from record.narrative")).isEqualTo(ROWS);
    }
  }

  @Test
  void stoppedInTheMiddle_goesOnWithoutDoublingOrLosing() {
    try (ImportFixture fixture = new ImportFixture()) {
      Path file = fixture.file("a.csv", file(0, ROWS));
      Importer importer = fixture.importer(_ -> {});
      assertThatThrownBy(() ->
              fixture.run(
                  importer,
                  file,
                  ImportFixture.SIMPLE,
                  (rows, _) -> {
                    if (rows >= 1_000) {
                      throw new IllegalStateException("killed");
                    }
                  }))
          .hasMessage("killed");
      assertThat(fixture.server.count("select max(rows_done) from work.import_progress"))
          .isEqualTo(1_000);
      assertThat(fixture.run(file, ImportFixture.SIMPLE))
          .isEqualTo(new ImportCounts(ROWS, ROWS - 1_000, 0, 1_000, 0));
      assertThat(fixture.server.count("select count(*) from record.narrative")).isEqualTo(ROWS);
    }
  }

  @Test
  void twoImportsAtOnce_bringEachReportOnce() throws Exception {
    try (ImportFixture fixture = new ImportFixture();
        ExecutorService both = Executors.newFixedThreadPool(2)) {
      Path one = fixture.file("a.csv", file(0, ROWS));
      Path other = fixture.file("b.csv", file(700, ROWS));
      List<Callable<ImportCounts>> imports =
          List.of(
              () -> runAlone(fixture, one, "r1.csv"),
              () -> runAlone(fixture, one, "r2.csv"),
              () -> runAlone(fixture, other, "r3.csv"));
      long fresh = 0;
      for (Future<ImportCounts> done : both.invokeAll(imports)) {
        assertThat(done.get().refused()).isZero();
        assertThat(done.get().changed()).isZero();
        fresh += done.get().fresh();
      }
      assertThat(fresh).isEqualTo(ROWS);
      assertThat(fixture.server.count("select count(*) from record.narrative")).isEqualTo(ROWS);
    }
  }

  private static ImportCounts runAlone(ImportFixture fixture, Path file, String rejects)
      throws Exception {
    try (Rejects refused = new Rejects(fixture.folder.resolve(rejects), false)) {
      return fixture
          .importer(_ -> {})
          .run(ImportFile.of(file), fixture.mapping(ImportFixture.SIMPLE), refused, (_, _) -> {});
    }
  }

  @Test
  void databaseThatStaysAway_isOneSentence() {
    try (ImportFixture fixture = new ImportFixture()) {
      Path file = fixture.file("a.csv", file(0, ROWS));
      Importer importer = fixture.importer(_ -> endConnections(fixture));
      fixture.server.asOwner(
          """
          create function record.away() returns trigger language plpgsql as
          $$ begin raise exception 'away' using errcode = '57P01'; end $$
          """);
      fixture.server.asOwner(
          "create trigger away before insert on record.report for each statement execute function"
              + " record.away()");
      assertThatThrownBy(() -> fixture.run(importer, file, ImportFixture.SIMPLE, (_, _) -> {}))
          .isInstanceOf(ImportFailure.class)
          .hasMessageContaining("does not answer any longer")
          .hasMessageContaining("the first 0 rows");
    }
  }

  @Test
  void fullDisk_isOneSentence_andWhatIsInStaysIn() {
    try (ImportFixture fixture = new ImportFixture()) {
      Path file = fixture.file("a.csv", file(0, ROWS));
      fixture.server.asOwner(
          """
          create function record.full_disk() returns trigger language plpgsql as
          $$ begin
            if new.reference = '1200' then raise exception 'full' using errcode = '53100'; end if;
            return new;
          end $$
          """);
      fixture.server.asOwner(
          "create trigger full_disk before insert on record.report for each row execute function"
              + " record.full_disk()");
      assertThatThrownBy(() -> fixture.run(file, ImportFixture.SIMPLE))
          .isInstanceOf(ImportFailure.class)
          .hasMessageContaining("disk is full")
          .hasMessageContaining("the first 1000 rows");
      assertThat(fixture.server.count("select count(*) from record.narrative")).isEqualTo(1_000);
      fixture.server.asOwner("drop trigger full_disk on record.report");
      assertThat(fixture.run(file, ImportFixture.SIMPLE))
          .isEqualTo(new ImportCounts(ROWS, ROWS - 1_000, 0, 1_000, 0));
    }
  }
}
