package org.heed.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.heed.ledger.Checkpoint;
import org.heed.ledger.ExportSource;
import org.heed.ledger.ExportWriter;
import org.heed.ledger.Verification;
import org.heed.ledger.Verifier;
import org.heed.server.RecordServices;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.report.SampleReport;
import org.heed.server.review.FlagDecision;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that the services made, tampered with by whoever owns the database. */
class TamperedRecordTest {
  private static final RulebookInForce RULEBOOK =
      RulebookInForce.load(Path.of("..", "rulebooks", "england-wales"));
  private static final int REPORTS = 300;

  private ServerFixture server;

  @BeforeEach
  void start() throws SQLException {
    server = ServerFixture.create();
    RecordServices services =
        RecordServices.of(
            server.databases(), server.clock(), server.ids(), RULEBOOK, new Random(7));
    Caller officer = server.someone(Right.RECORD, Right.READ, Right.REVIEW, Right.CRIME);
    for (int i = 0; i < REPORTS; i++) {
      UUID report = services.reports().record(officer, report(i)).report();
      if (i % 100 == 0) {
        decideAndCount(services, officer, report);
        server.sequencer().settle();
        server.clock().pass(Duration.ofMinutes(1));
      }
    }
    server.sequencer().settle();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static NewReport report(int number) {
    NewMention child =
        new NewMention(MentionRole.VICTIM, "Ada", "Marsh", null, 14, null, null, null, null, null);
    return SampleReport.of(
        "test",
        "R" + number,
        ReportKind.MISSING_EPISODE,
        NoticeRoute.CHILD,
        "AV",
        "She was reported missing overnight, and came home with a new phone. Episode " + number,
        null,
        null,
        null,
        null,
        List.of(child));
  }

  private static void decideAndCount(RecordServices services, Caller officer, UUID report) {
    services
        .flags()
        .decide(
            officer,
            new FlagDecision(
                report,
                null,
                FlagDecision.Answer.YES,
                Map.of("exchange", "present"),
                null,
                "officer",
                "Gifts from an older adult.",
                null,
                null));
    services.crimes().record(officer, report, List.of(), List.of("88A"), "Disclosed to her tutor.");
  }

  private Verification verify(@Nullable Checkpoint kept) throws SQLException {
    try (LedgerSource source = LedgerSource.open(server.address(), _ -> {})) {
      return new Verifier(server.key().verifyKey()).verify(source, kept);
    }
  }

  private List<String> faults() throws SQLException {
    Verification found = verify(null);
    assertThat(found.ok()).isFalse();
    return found.lines();
  }

  private String entryAt(long position) {
    return "(select entry from ledger.leaf where position = " + position + ")";
  }

  @Test
  void untouchedRecord_isProven_inTheDatabaseAndInAnExport(@TempDir Path folder) throws Exception {
    Verification found = verify(null);
    long entries = server.count("select count(*) from ledger.entry");
    assertThat(entries).isEqualTo(REPORTS + 6);
    assertThat(found.lines())
        .containsExactly("ok " + entries + " entries, checkpoint " + found.root().hex());
    try (LedgerSource source = LedgerSource.open(server.address(), _ -> {})) {
      ExportWriter.write(source, Tables.ALL, server.key().verifyKey(), folder);
    }
    assertThat(
            new Verifier(server.key().verifyKey()).verify(ExportSource.open(folder), null).lines())
        .isEqualTo(found.lines());
  }

  @Test
  void changedNarrative_isNamed() throws SQLException {
    server.asOwner("update record.narrative set text = text || '.' where entry = " + entryAt(7));
    assertThat(faults()).singleElement().asString().startsWith("entry 7: changed");
  }

  @Test
  void deletedFinding_isNamed() throws SQLException {
    server.asOwner(
        """
        delete from record.finding where (entry, ordinal) = (
          select entry, ordinal from record.finding
          where entry = %s order by ordinal desc limit 1)\
        """
            .formatted(entryAt(9)));
    assertThat(faults()).singleElement().asString().startsWith("entry 9: removed row");
  }

  @Test
  void changedReasonOfAFlag_andOfACrime_areNamed() throws SQLException {
    server.asOwner("update record.flag set reason = 'Other.' where entry = " + entryAt(1));
    server.asOwner("update record.crime_state set offence = '71' where entry = " + entryAt(2));
    assertThat(faults())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("entry 1: changed") && line.contains("flag"))
        .anyMatch(line -> line.startsWith("entry 2: changed") && line.contains("crime"));
  }

  @Test
  void insertedRow_isNamed_withItsEntryAndWithout() throws SQLException {
    server.asOwner(
        """
        insert into record.prompt (entry, ordinal, report, version, rule, ask, says, because)
        select %s, 90, gen_random_uuid(), 1, 'r', 'look', 's', 'b'\
        """
            .formatted(entryAt(4)));
    server.asOwner(
        """
        insert into record.prompt (entry, ordinal, report, version, rule, ask, says, because)
        select '00000000-0000-0000-0000-00000000abcd', 0, gen_random_uuid(), 1, 'r', 'look', 's',
          'b'\
        """);
    assertThat(faults())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("entry 4: inserted row 90 of prompt"))
        .anyMatch(
            line -> line.startsWith("entry 00000000-0000-0000-0000-00000000abcd: inserted row 0"));
  }

  @Test
  void deletedEntryWithItsRows_isNamed() throws SQLException {
    for (var table : Tables.ALL) {
      server.asOwner(
          "delete from %s where entry = %s".formatted(Tables.qualified(table), entryAt(20)));
    }
    server.asOwner("delete from ledger.salt where entry = " + entryAt(20));
    server.asOwner("delete from ledger.entry where id = " + entryAt(20));
    assertThat(faults()).containsExactly("entry 20: removed the whole entry");
    server.asOwner("delete from ledger.leaf where position = 20");
    assertThat(faults()).anyMatch(line -> line.startsWith("entry 20: removed the whole entry"));
  }

  @Test
  void insertedEntry_isNamed_placedOrNot() throws SQLException {
    String insert =
        """
        insert into ledger.entry (id, tx, kind, actor, at, rows, content, subjects)
        select gen_random_uuid(), tx, kind, actor, at, 0, content, subjects
        from ledger.entry where id = %s returning id\
        """
            .formatted(entryAt(3));
    server.asOwner(insert);
    assertThat(faults()).singleElement().asString().contains(": inserted the whole entry");
    server.asOwner(
        """
        insert into ledger.leaf (position, entry, hash)
        select (select max(position) + 1 from ledger.leaf), id, sha256('x')
        from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry = e.id)\
        """);
    assertThat(faults())
        .anyMatch(line -> line.startsWith("entry " + (REPORTS + 6) + ": inserted the whole"));
  }

  @Test
  void swappedLeaves_areNamed_evenWithTheirTile() throws SQLException {
    server.asOwner(
        """
        with two as (delete from ledger.leaf where position in (5, 8) returning *)
        insert into ledger.leaf
        select 13 - position + 1000000, entry, hash from two\
        """);
    server.asOwner("update ledger.leaf set position = position - 1000000 where position > 1000000");
    assertThat(faults())
        .contains("entry 5: reordered holds the entry recorded at 8")
        .contains("entry 8: reordered holds the entry recorded at 5");
    server.asOwner(
        """
        update ledger.tile set hashes = overlay(overlay(hashes
            placing substring(hashes from 1 + 32 * 8 for 32) from 1 + 32 * 5)
            placing substring(hashes from 1 + 32 * 5 for 32) from 1 + 32 * 8)
        where level = 0 and index = 0\
        """);
    assertThat(faults()).isNotEmpty();
  }

  @Test
  void rolledBackLog_isConsistent_untilACheckpointKeptElsewhereIsHeldAgainstIt() throws Exception {
    String note = server.text("select note from ledger.checkpoint order by size desc limit 1");
    long to = server.count("select min(size) from ledger.checkpoint");
    for (var table : Tables.ALL) {
      server.asOwner(
          "delete from %s where entry in (select entry from ledger.leaf where position >= %d)"
              .formatted(Tables.qualified(table), to));
    }
    server.asOwner(
        "delete from ledger.salt where entry in (select entry from ledger.leaf where position >= %d)"
            .formatted(to));
    server.asOwner(
        "delete from ledger.entry where id in (select entry from ledger.leaf where position >= %d)"
            .formatted(to));
    server.asOwner("delete from ledger.leaf where position >= " + to);
    server.asOwner("delete from ledger.tile");
    server.asOwner("delete from ledger.batch where size > " + to);
    server.asOwner("delete from ledger.checkpoint where size > " + to);
    assertThat(verify(null).ok()).isTrue();
    Verification found = verify(server.key().verifyKey().open(note));
    assertThat(found.ok()).isFalse();
    assertThat(found.lines().getFirst())
        .startsWith("entry " + to + ": removed all entries from here to " + (REPORTS + 5));
  }

  @Test
  void entryThatWaits_isNoFault() throws SQLException {
    Caller officer = server.someone(Right.READ);
    server
        .acts()
        .look(
            officer,
            "report.opened",
            "test",
            () -> org.heed.server.store.Acts.Seen.one("x", new UUID(0, 1)));
    Verification found = verify(null);
    assertThat(found.ok()).isTrue();
    assertThat(found.pending()).isEqualTo(1);
    assertThat(server.sequencer().settle()).isEqualTo(1);
    assertThat(verify(null).pending()).isZero();
  }
}
