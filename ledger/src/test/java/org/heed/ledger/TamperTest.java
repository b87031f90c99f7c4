package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to tamper with the record is found and named, with the tree kept apart or not. */
class TamperTest {

  private static final int SIZE = 23;

  private static void assertFault(Verification found, String line) {
    assertThat(found.ok()).as("ok").isFalse();
    assertThat(found.lines()).anyMatch(l -> l.startsWith(line));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void untouchedLedger_isOk(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    Verification found = ledger.verify();
    assertThat(found.lines())
        .containsExactly(
            "ok 23 entries, checkpoint " + new TiledTree(ledger.tileSource(), SIZE).root().hex());
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void changedValue_isNamedByTableAndRow(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    List<StoredRow> rows = new ArrayList<>(ledger.entries.get(6).rows());
    rows.set(
        0,
        new StoredRow.Present(
            0, Fact.of(MemoryLedger.REPORT, "school", 15, null, null, true), null));
    ledger.rows(6, rows);
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(
        found,
        commitments
            ? "entry 6: changed row 0 of report"
            : "entry 6: changed one of row 0 of report, row 1 of narrative");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void removedRow_isNamed(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.rows(6, ledger.entries.get(6).rows().subList(0, 1));
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 6: removed row 1 of " + (commitments ? "narrative" : "its 2"));
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void insertedRow_isNamed(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    List<StoredRow> rows = new ArrayList<>(ledger.entries.get(6).rows());
    rows.add(new StoredRow.Present(2, ledger.facts(1).getFirst(), null));
    ledger.rows(6, rows);
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 6: inserted row 2 of report");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void rowOfNoEntry_isInserted(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    var stray = ledger.uuid();
    ledger.unplaced.add(new Unplaced.Row("report", stray, 0));
    assertFault(ledger.verify(), "entry " + stray + ": inserted row 0 of report");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void skippedEntry_isInserted_butWaitingOneIsNoFault(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.unplaced.add(new Unplaced.Pending(ledger.uuid()));
    assertThat(ledger.verify().ok()).isTrue();
    assertThat(ledger.verify().pending()).isOne();
    var skipped = ledger.uuid();
    ledger.unplaced.add(new Unplaced.Skipped(skipped));
    assertFault(ledger.verify(), "entry " + skipped + ": inserted");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void changedActorOrTime_isNamed(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    StoredEntry old = ledger.entries.get(7);
    Entry e = old.entry();
    Entry later =
        new Entry(
            e.id(),
            e.kind(),
            e.actor(),
            e.at().plus(Duration.ofDays(1)),
            e.content(),
            e.subjects(),
            e.purpose());
    ledger.entries.set(
        7, new StoredEntry(7, later, old.leafHash(), old.salt(), old.rows(), old.commitments()));
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 7: changed its own fields");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void removedEntry_leavesAGap(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.entries.remove(9);
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 9: removed the whole entry");
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "21", "22"})
  void removedEntryWithOthersRenumbered_isStillNamed(int place) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, true, false);
    ledger.entries.remove(place);
    ledger.renumber();
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry " + place + ": removed");
  }

  @ParameterizedTest
  @CsvSource({"0", "9", "22"})
  void insertedEntryWithOthersRenumbered_isNamed(int place) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, true, false);
    ledger.entries.add(place, ledger.make(place, "report.recorded", ledger.facts(5)));
    ledger.renumber();
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry " + place + ": inserted the whole entry");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void insertedEntryAtAPositionThatIsTaken_isNamed(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.entries.add(10, ledger.make(9, "report.recorded", ledger.facts(5)));
    assertFault(ledger.verify(), "entry 9: inserted");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void entryAppendedWithoutTheKey_isInserted(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.append("report.recorded", ledger.facts(5));
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 23: inserted");
  }

  @ParameterizedTest
  @CsvSource({"8,9", "2,20", "0,22", "21,22"})
  void swappedEntries_areReordered(int one, int other) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, true, true);
    Collections.swap(ledger.entries, one, other);
    ledger.renumber();
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isEqualTo(2);
    assertFault(found, "entry " + one + ": reordered holds the entry recorded at " + other);
    assertFault(found, "entry " + other + ": reordered holds the entry recorded at " + one);
  }

  @ParameterizedTest
  @CsvSource({"8,9", "2,20"})
  void swappedEntriesThatLeftTheirLeafHashes_areReorderedWithoutATree(int one, int other) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, false, false);
    StoredEntry a = ledger.entries.get(one);
    StoredEntry b = ledger.entries.get(other);
    ledger.entries.set(
        one, new StoredEntry(one, b.entry(), a.leafHash(), b.salt(), b.rows(), List.of()));
    ledger.entries.set(
        other, new StoredEntry(other, a.entry(), b.leafHash(), a.salt(), a.rows(), List.of()));
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isEqualTo(2);
    assertFault(found, "entry " + one + ": reordered");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void everythingRecomputed_failsTheSignedRoots_andNamesTheRange(boolean tiles) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, true);
    List<StoredRow> rows = new ArrayList<>(ledger.entries.get(6).rows());
    rows.set(
        0,
        new StoredRow.Present(
            0, Fact.of(MemoryLedger.REPORT, "school", 15, null, null, true), null));
    ledger.rows(6, rows);
    ledger.recompute();
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 5: changed or reordered, somewhere in entries 5 to 9");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void rolledBackLog_isFoundByACheckpointKeptElsewhere(boolean tiles) throws Exception {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, true);
    Checkpoint kept = ledger.key.verifyKey().open(ledger.checkpoints.getLast());
    MemoryLedger older = MemoryLedger.of(SIZE, tiles, true);
    older.entries.subList(20, SIZE).clear();
    older.checkpoints.removeLast();
    older.leaves.subList(20, SIZE).clear();
    assertThat(older.verify().ok()).isTrue();
    assertFault(older.verify(kept), "entry 20: removed all entries from here to 22");
    assertThat(ledger.verify(kept).ok()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void logRewrittenWithTheStolenKey_isFoundByACheckpointKeptElsewhere(boolean tiles)
      throws Exception {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, true);
    Checkpoint kept = ledger.key.verifyKey().open(ledger.checkpoints.get(2));
    MemoryLedger forged = new MemoryLedger(SIZE, tiles, true);
    for (int i = 0; i < SIZE; i++) {
      forged.append("report.recorded", forged.facts(i));
    }
    forged.sign();
    assertThat(forged.verify().ok()).isTrue();
    assertFault(forged.verify(kept), "entry 0: changed or reordered, somewhere in entries 0 to 14");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void forgedCheckpoint_isNamed(boolean tiles) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, true);
    SigningKey other = Keys.of(MemoryLedger.ORIGIN, 99);
    ledger.checkpoints.set(1, other.sign(10, Digest.sha256()));
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 4: changed a checkpoint after this entry: there is no signature");
  }

  @ParameterizedTest
  @CsvSource({"0", "300"})
  void damagedTree_isToldFromDamagedEntries(int leaf) {
    MemoryLedger ledger = MemoryLedger.of(303, true, false);
    ledger.leaves.set(leaf, Digest.sha256());
    ledger.tiles.computeIfPresent("0/0", (k, v) -> leaf == 0 ? new byte[8192] : v);
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry " + leaf + ": changed the stored tree from here on");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void lawfullyDestroyedContent_isStillOk(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.destroy(6, 1);
    ledger.destroy(8, 0);
    ledger.destroy(8, 1);
    assertThat(ledger.verify().lines()).singleElement().asString().startsWith("ok 26 entries");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void contentDestroyedWithoutADecision_isRemoved(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.destroy(6, 1);
    ledger.wipe(8, 0, ledger.entries.get(23).entry().id());
    Verification found = ledger.verify();
    assertThat(found.faultCount()).isOne();
    assertFault(found, "entry 8: removed row 0 of report: no later entry");
  }

  @ParameterizedTest
  @CsvSource({"true,true", "false,false"})
  void survivorOfADestructionThatWasChanged_isNamed(boolean tiles, boolean commitments) {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, commitments);
    ledger.destroy(6, 1);
    List<StoredRow> rows = new ArrayList<>(ledger.entries.get(6).rows());
    StoredRow.Present old = (StoredRow.Present) rows.getFirst();
    rows.set(0, new StoredRow.Present(0, ledger.facts(99).getFirst(), old.salt()));
    ledger.rows(6, rows);
    assertFault(ledger.verify(), "entry 6: changed ");
  }
}
