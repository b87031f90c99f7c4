package org.heed.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A file of reports with its mapping, and imports of it in processes of their own. */
final class ImportScene {
  static final String SOURCE = "norchester-crime";

  private static final String MAPPING =
      """
      source: {value: norchester-crime}
      reference: Reference
      narrative: Narrative
      kind: {value: referral}
      area: {value: AV}
      people:
        - role: {value: victim}
          given_name: Given name
          age: {column: Age}
      """;

  private final Path file;
  private final Path mapping;
  private final int rows;

  private ImportScene(Path file, Path mapping, int rows) {
    this.file = file;
    this.mapping = mapping;
    this.rows = rows;
  }

  /** Writes a file of so many rows. */
  static ImportScene in(Path folder, int rows) {
    Path file = folder.resolve("reports.csv");
    Path mapping = folder.resolve("mapping.yaml");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      Files.writeString(mapping, MAPPING);
      out.write("Reference,Narrative,Given name,Age\n");
      for (int row = 0; row < rows; row++) {
        out.write(
            reference(row)
                + ",Missing from her placement overnight. Found at a hotel with older males; has a"
                + " new phone. Note "
                + row
                + ".,Ada,"
                + (12 + row % 6)
                + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImportScene(file, mapping, rows);
  }

  private static String reference(int row) {
    return String.format(Locale.ROOT, "C%06d", row);
  }

  /** Starts {@code heed import}. */
  HeedProcess importing(Path data) {
    return HeedProcess.start(importCommand("--data", data.toString()));
  }

  /** The words of {@code heed import} with these after them. */
  String[] importCommand(String... more) {
    return Stream.concat(
            Stream.of("import", file.toString(), "--mapping", mapping.toString()), Stream.of(more))
        .toArray(String[]::new);
  }

  /** Imports once more, which changes nothing, and compares the record with the file. */
  void requireAllThereOnce(Path data) {
    HeedProcess again = importing(data);
    assertThat(again.status()).as("%s", again.errors()).isZero();
    assertThat(again.output().getLast())
        .isEqualTo(
            "{\"read\":" + rows + ",\"new\":0,\"changed\":0,\"same\":" + rows + ",\"refused\":0}");
    try (HeedProcess heed = HeedProcess.serve(data)) {
      heed.port();
      RecordState state = RecordState.of(data);
      Set<String> expected = new TreeSet<>();
      for (int row = 0; row < rows; row++) {
        expected.add(reference(row));
      }
      assertThat(state.reports(SOURCE).keySet()).isEqualTo(expected);
      state.requireWhole();
    }
    HeedProcess verify = HeedProcess.start("verify", "--data", data.toString());
    assertThat(verify.status()).as("%s", verify.output()).isZero();
    assertThat(verify.output().getLast()).startsWith("ok ");
  }
}
