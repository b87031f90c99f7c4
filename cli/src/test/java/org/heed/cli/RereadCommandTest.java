package org.heed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.heed.cli.CommandRecord.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RereadCommandTest {
  private static final Path EXAMPLE = Path.of("../rulebook/src/test/resources/example");

  @TempDir static Path folder;
  private static CommandRecord record;
  private static Path changed;

  @BeforeAll
  static void start() throws IOException {
    record = new CommandRecord(folder.resolve("data"));
    changed = folder.resolve("changed");
    try (var files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file).replace("2 vulnerability or", "vulnerability or");
        Path copy = changed.resolve(EXAMPLE.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.writeString(copy, text);
      }
    }
    Ran ran =
        CommandRecord.runAsItIs(
            """
            Ref,Text,Born,Told
            1,She stayed out all night.,2012-05-06,2026-02-02
            2,He went to school as usual.,2012-05-06,2026-02-02
            3,She stayed out all night.,1990-05-06,2026-02-02
            """,
            with(
                List.of(
                    "import",
                    "-",
                    "--mapping",
                    "../docs/examples/mappings/referrals.yaml",
                    "--rulebook",
                    EXAMPLE.toString())));
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  @AfterAll
  static void stop() {
    record.close();
  }

  private static String[] with(List<String> command) {
    return record.onRecord(command).toArray(String[]::new);
  }

  private static Ran reread(Path rulebook, String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of("reread", "--rulebook", rulebook.toString(), "--in-force", EXAMPLE.toString()));
    all.addAll(List.of(more));
    return CommandRecord.runAsItIs("", with(all));
  }

  @Test
  void sameRulebook_changesNothing_andAnotherSaysWhatItWould() {
    Ran same = reread(EXAMPLE);
    assertThat(same.status()).as(same.err()).isZero();
    assertThat(same.out().lines()).hasSize(2);
    assertThat(same.lastLine()).contains("\"read\":3", "\"newly_prompted\":0");

    Path out = folder.resolve("out.ndjson");
    Ran other = reread(changed, "--out", out.toString());
    assertThat(other.status()).as(other.err()).isZero();
    assertThat(other.out()).isEmpty();
    assertThat(out)
        .content()
        .contains("\"change\":\"newly-prompted\"", "\"rule\":\"several-signs\"")
        .contains("\"read\":3", "\"newly_prompted\":1", "\"triaged\":1")
        .doesNotContain("stayed out");
    Ran verified = record.runOnLedger("verify");
    assertThat(verified.status()).as(verified.out()).isZero();
  }

  @Test
  void mistakes_areOneSentence() {
    assertThat(reread(folder.resolve("none")).err()).contains("there is no such folder");
    assertThat(reread(EXAMPLE, "--from", "2026-02-02", "--to", "2026-01-01").status()).isEqualTo(2);
    assertThat(reread(EXAMPLE, "--user", "somebody").err()).contains("HEED_PASSWORD");
  }
}
