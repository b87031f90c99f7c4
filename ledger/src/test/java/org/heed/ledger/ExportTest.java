package org.heed.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export says the same as its source, and tampering with its files is found and named. */
class ExportTest {

  private static final int SIZE = 303;
  private static final List<FactTable> TABLES =
      List.of(MemoryLedger.REPORT, MemoryLedger.NARRATIVE, Destruction.TABLE);

  @TempDir Path directory;

  private MemoryLedger export(boolean tiles) throws IOException {
    MemoryLedger ledger = MemoryLedger.of(SIZE, tiles, true);
    ledger.destroy(8, 0);
    ExportWriter.write(ledger, TABLES, ledger.key.verifyKey(), directory);
    return ledger;
  }

  private Verification verify() throws IOException, NoteException {
    ExportSource source = ExportSource.open(directory);
    return new Verifier(source.enclosedKey()).verify(source, null);
  }

  private void assertFault(String line) throws IOException, NoteException {
    Verification found = verify();
    assertThat(found.ok()).isFalse();
    assertThat(found.lines()).anyMatch(l -> l.startsWith(line));
  }

  private List<String> lines(String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(directory.resolve(file)));
  }

  private void replace(String file, String start, String from, String to) throws IOException {
    List<String> lines = lines(file);
    lines.replaceAll(line -> line.startsWith(start) ? line.replace(from, to) : line);
    assertThat(lines).isNotEqualTo(lines(file));
    Files.write(directory.resolve(file), lines);
  }

  private void remove(String file, String start) throws IOException {
    List<String> lines = lines(file);
    assertThat(lines.removeIf(line -> line.startsWith(start))).isTrue();
    Files.write(directory.resolve(file), lines);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void export_saysTheSameAsItsSource(boolean tiles) throws Exception {
    MemoryLedger ledger = export(tiles);
    assertThat(verify().lines()).isEqualTo(ledger.verify().lines()).hasSize(1);
    ExportSource source = ExportSource.open(directory);
    assertThat(source.tables()).isEqualTo(TABLES);
    assertThat(source.entries().toList()).isEqualTo(ledger.entries);
    assertThat(source.checkpoints().toList()).isEqualTo(ledger.checkpoints);
  }

  @Test
  void exportOfATamperedLedger_stillShowsIt() throws Exception {
    MemoryLedger ledger = MemoryLedger.of(SIZE, true, true);
    ledger.unplaced.add(new Unplaced.Row("report", ledger.uuid(), 0));
    ledger.unplaced.add(new Unplaced.Skipped(ledger.uuid()));
    ledger.unplaced.add(new Unplaced.Pending(ledger.uuid()));
    Collections.swap(ledger.entries, 17, 280);
    ledger.renumber();
    ExportWriter.write(ledger, TABLES, ledger.key.verifyKey(), directory);
    assertThat(verify().lines()).isEqualTo(ledger.verify().lines()).hasSize(5);
  }

  @Test
  void changedValue_isNamed() throws Exception {
    export(true);
    replace("facts/report.ndjson", "{\"position\":6,", "school", "health");
    assertFault("entry 6: changed row 0 of report");
  }

  @Test
  void removedRow_isNamed() throws Exception {
    export(true);
    remove("facts/narrative.ndjson", "{\"position\":6,");
    assertFault("entry 6: removed row 1 of narrative");
  }

  @Test
  void insertedRow_isNamed() throws Exception {
    MemoryLedger ledger = export(true);
    List<String> lines = lines("facts/report.ndjson");
    lines.add(
        "{\"position\":400,\"entry\":\""
            + ledger.uuid()
            + "\",\"ordinal\":0,\"values\":{\"source\":\"health\"}}");
    lines.add(3, lines.get(2));
    Files.write(directory.resolve("facts/report.ndjson"), lines);
    Verification found = verify();
    assertThat(found.faultCount()).isEqualTo(2);
    assertThat(found.lines().getFirst()).startsWith("entry 2: inserted row 0 of report");
    assertThat(found.lines().getLast()).contains("inserted row 0 of report: it has no such entry");
  }

  @Test
  void removedEntry_isNamed() throws Exception {
    export(true);
    remove("entries.ndjson", "{\"position\":7,");
    assertFault("entry 7: removed the whole entry");
  }

  @Test
  void linesInAnotherOrder_areReordered() throws Exception {
    export(true);
    List<String> lines = lines("entries.ndjson");
    Collections.swap(lines, 3, 7);
    Files.write(directory.resolve("entries.ndjson"), lines);
    assertFault("entry 3: reordered");
  }

  @Test
  void destroyedRowWithoutItsDecision_isRemoved() throws Exception {
    export(true);
    replace(
        "facts/destruction_item.ndjson", "{\"position\":303,", "\"ordinal\":0,", "\"ordinal\":1,");
    assertFault("entry 8: removed row 0 of report");
  }

  @Test
  void fieldThatCannotBeRead_isAFaultWithoutItsValue() throws Exception {
    export(true);
    replace("facts/report.ndjson", "{\"position\":6,", ":14", ":\"secret\"");
    assertFault("entry 6: changed victim_age in line");
    assertThat(verify().lines()).noneMatch(line -> line.contains("secret"));
    replace("facts/report.ndjson", "{\"position\":6,", "{", "secret");
    assertFault("entry ?: changed line");
    assertThat(verify().lines()).noneMatch(line -> line.contains("secret"));
  }

  @Test
  void swappedKey_isFoundByTheRealOne() throws Exception {
    MemoryLedger ledger = export(true);
    SigningKey other = Keys.of(MemoryLedger.ORIGIN, 5);
    Files.writeString(directory.resolve("key.pub"), other.verifyKey().text());
    assertFault("entry 0: changed a checkpoint after this entry: there is no signature");
    assertThat(new Verifier(ledger.key.verifyKey()).verify(ExportSource.open(directory), null).ok())
        .isTrue();
  }

  @Test
  void somethingElse_isNoExport() throws Exception {
    Files.writeString(directory.resolve("format.json"), "{\"format\":\"other\",\"version\":1}");
    assertThatThrownBy(() -> ExportSource.open(directory))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not an export");
  }
}
